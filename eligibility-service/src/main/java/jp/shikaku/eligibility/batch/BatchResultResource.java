package jp.shikaku.eligibility.batch;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerResponse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;

import jp.shikaku.contracts.batch.BatchResult;
import jp.shikaku.contracts.number.InstitutionCode;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.eligibility.audit.Looker;
import jp.shikaku.kit.file.FileCharset;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.problem.CallerLanguage;
import jp.shikaku.kit.request.RequestId;

/** The result of a batch, as large as it may be: sent while it is read. */
@Path("/confirmation-batches/{id}/result")
@Tag(name = "batch")
@Blocking
public class BatchResultResource {

    /** For who does not say which, JSON. */
    private static final String NDJSON_IF_ASKED_FOR = BatchResource.NDJSON + ";qs=0.5";

    private static final String CSV_IF_ASKED_FOR = BatchResource.CSV + ";qs=0.5";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Batches batches;
    private final BatchResults results;
    private final Caller caller;
    private final RequestId requestId;
    private final ObjectMapper json;

    BatchResultResource(Batches batches, BatchResults results, Caller caller, RequestId requestId, ObjectMapper json) {
        this.batches = batches;
        this.results = results;
        this.caller = caller;
        this.requestId = requestId;
        this.json = json;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.INSTITUTION)
    @Operation(
            operationId = "getBatchResult",
            summary =
                    "What was found out, in the order in which it was asked: as one document, one BatchRow a line, or CSV in"
                            + " the encoding of the batch or in charset. What may no longer be shown is left out.")
    @Parameter(
            name = "charset",
            in = ParameterIn.QUERY,
            description = "CSV: utf-8 or windows-31j",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "A row for each that was sent",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = BatchResult.class)),
                @Content(mediaType = BatchResource.NDJSON, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = BatchResource.CSV, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "409", description = "Not completed yet")
    public RestMulti<byte[]> document(String id, HttpHeaders headers, @Context HttpServerResponse response) {
        return send(completed(id), ResultJson.document(json.writer()), headers, response);
    }

    @GET
    @Produces(NDJSON_IF_ASKED_FOR)
    @RolesAllowed(Roles.INSTITUTION)
    @Operation(hidden = true)
    public RestMulti<byte[]> lines(String id, HttpHeaders headers, @Context HttpServerResponse response) {
        return send(completed(id), ResultJson.lines(json.writer()), headers, response);
    }

    @GET
    @Produces(CSV_IF_ASKED_FOR)
    @RolesAllowed(Roles.INSTITUTION)
    @Operation(hidden = true)
    public RestMulti<byte[]> table(
            String id,
            @QueryParam("charset") String charset,
            HttpHeaders headers,
            @Context HttpServerResponse response) {
        ValueReader reader = new ValueReader();
        FileCharset wanted = reader.optional("query:charset", charset, FileCharset::wanted);
        reader.refuseIfAnyInvalid();
        Batch batch = completed(id);
        return send(batch, new ResultCsv(wanted == null ? batch.charset() : wanted), headers, response);
    }

    private RestMulti<byte[]> send(Batch batch, ResultFormat format, HttpHeaders headers, HttpServerResponse response) {
        InstitutionCode institution = caller.institution();
        Looker looker = Looker.institution(institution, requestId.value());
        Locale locale = CallerLanguage.of(headers.getAcceptableLanguages());
        BatchResults.Fetching fetching = new BatchResults.Fetching(batch, looker, format, locale);
        byte[] beginning = results.beginning(fetching).await().atMost(PATIENCE);
        Multi<byte[]> whole = Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item(beginning), results.rest(fetching))
                .select()
                .where(bytes -> bytes.length > 0)
                .onFailure()
                .invoke(failure -> response.reset()); // ended as usual it would look like a whole one
        return RestMulti.fromMultiData(whole)
                .encodeAsJsonArray(!format.isJson()) // only JSON would be made a list of; else a line end follows each
                .header(HttpHeaders.CONTENT_TYPE, format.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"batch-%s.%s\"".formatted(batch.id(), format.extension()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private Batch completed(String id) {
        UUID batchId = BatchId.of(id);
        return batches.completed(caller.institution(), batchId).await().atMost(PATIENCE);
    }
}
