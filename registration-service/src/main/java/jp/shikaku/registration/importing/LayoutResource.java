package jp.shikaku.registration.importing;

import java.util.Arrays;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import jp.shikaku.contracts.importing.LayoutColumn;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.kit.file.FileCharset;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.registration.importing.file.Column;
import jp.shikaku.registration.importing.file.Template;

/** What a file of records looks like. */
@Path("/enrolment-imports")
@Tag(name = "import")
public class LayoutResource {

    private static final String CSV = "text/csv";

    @GET
    @Path("/layout")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.INSURER, Roles.OPERATOR})
    @Operation(operationId = "getImportLayout", summary = "The columns that a CSV file can have, in any order")
    public List<LayoutColumn> layout() {
        return Arrays.stream(Column.values()).map(Column::wire).toList();
    }

    @GET
    @Path("/template")
    @Produces(CSV)
    @RolesAllowed({Roles.INSURER, Roles.OPERATOR})
    @Operation(
            operationId = "getImportTemplate",
            summary = "A CSV file to fill in, with one row as an example; in UTF-8, or windows-31j as charset asks")
    @APIResponse(responseCode = "200", description = "A header and a row of nobody's")
    public RestResponse<byte[]> template(@QueryParam("charset") @DefaultValue("utf-8") String charset) {
        ValueReader reader = new ValueReader();
        FileCharset wanted = reader.required("query:charset", charset, FileCharset::wanted);
        reader.refuseIfAnyInvalid();
        return RestResponse.ResponseBuilder.ok(Template.in(wanted))
                .header(HttpHeaders.CONTENT_TYPE, CSV + ";charset=" + wanted.label())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"enrolments.csv\"")
                .build();
    }
}
