package jp.shikaku.inquiry.ticket;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;

import jp.shikaku.kit.file.CsvTable;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.problem.CallerLanguage;

/** The list of inquiries, for a spreadsheet. */
@Path("/agent-tickets.csv")
@Tag(name = "ticket")
@Produces(CsvTable.MEDIA_TYPE)
public class TicketFileResource {

    private final TicketExport export;

    TicketFileResource(TicketExport export) {
        this.export = export;
    }

    @GET
    @RolesAllowed({Roles.HOTLINE, Roles.OPERATOR})
    @Operation(
            operationId = "exportTickets",
            summary = "The whole list as a CSV file, in UTF-8 with a byte order mark, or with charset=windows-31j; with"
                    + " texts=true also what the caller wrote first, for agents. Who exports is recorded.")
    @APIResponse(
            responseCode = "200",
            description = "A line for each inquiry",
            content = @Content(mediaType = CsvTable.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING)))
    public RestMulti<byte[]> file(
            @BeanParam TicketQuery query,
            @QueryParam("texts") String texts,
            @QueryParam("charset") String charset,
            @Context HttpHeaders headers) {
        return export.file(query, texts, charset, CallerLanguage.of(headers.getAcceptableLanguages()));
    }
}
