package jp.shikaku.registration.importing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;

import jp.shikaku.contracts.importing.RefusedRow;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.kit.file.FileCharset;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.problem.CallerLanguage;
import jp.shikaku.kit.request.PageRequest;
import jp.shikaku.registration.request.ResourceId;

/** The rows of a file that were refused, and those that were read in another way than they are written. */
@Path("/enrolment-imports/{id}/refusals")
@Tag(name = "import")
public class RefusalResource {

    private static final String CSV = "text/csv";

    /** For who does not say which, the page. */
    private static final String CSV_IF_ASKED_FOR = CSV + ";qs=0.5";

    private final Imports imports;
    private final Caller caller;

    RefusalResource(Imports imports, Caller caller) {
        this.imports = imports;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.INSURER)
    @Operation(
            operationId = "listRefusals",
            summary =
                    "Refused rows in the order of the file, page by page, with every reason: each with its line and as it"
                            + " stands there, but of the individual number no more than the last four digits")
    public Uni<Page<RefusedRow>> list(
            String id,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("50") String limit,
            HttpHeaders headers) {
        ValueReader reader = new ValueReader();
        Long afterLine = reader.optional("query:after", after, RefusalResource::line);
        int size = PageRequest.read(reader, null, limit).limit();
        reader.refuseIfAnyInvalid();
        Locale locale = CallerLanguage.of(headers.getAcceptableLanguages());
        return imports.refusals(caller.insurer(), importId(id), afterLine == null ? 0 : afterLine, size, locale);
    }

    @GET
    @Produces(CSV_IF_ASKED_FOR)
    @RolesAllowed(Roles.INSURER)
    @Operation(
            operationId = "downloadRefusals",
            summary =
                    "All refused rows as a CSV file, in the encoding of the file that was sent or in charset; of individual"
                            + " numbers no more than the last four digits")
    @APIResponse(
            responseCode = "200",
            description = "A line for each thing that is wrong",
            content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
    public RestMulti<byte[]> download(String id, @QueryParam("charset") String charset) {
        UUID importId = importId(id);
        ValueReader reader = new ValueReader();
        FileCharset wanted = reader.optional("query:charset", charset, FileCharset::wanted);
        reader.refuseIfAnyInvalid();
        record Download(FileCharset charset) {}
        Uni<Download> download = imports.stored(caller.insurer(), importId)
                .map(file -> new Download(wanted == null ? file.form().charset() : wanted));
        return RestMulti.fromUniResponse(
                download,
                it -> imports.refusalFile(importId, it.charset()),
                it -> Map.of(
                        HttpHeaders.CONTENT_TYPE,
                        List.of(CSV + ";charset=" + it.charset().label()),
                        HttpHeaders.CONTENT_DISPOSITION,
                        List.of("attachment; filename=\"refusals-" + importId + ".csv\""),
                        HttpHeaders.CACHE_CONTROL,
                        List.of("no-store")));
    }

    private static UUID importId(String id) {
        return ResourceId.of(id, ProblemType.IMPORT_NOT_FOUND);
    }

    private static Long line(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new InvalidValueException(ValueFault.KEY_FORMAT);
        }
        return Long.valueOf(text);
    }
}
