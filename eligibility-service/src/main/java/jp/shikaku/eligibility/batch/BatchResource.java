package jp.shikaku.eligibility.batch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestStreamElementType;

import jp.shikaku.contracts.batch.BatchQuestions;
import jp.shikaku.contracts.batch.BatchState;
import jp.shikaku.contracts.batch.ConfirmationBatch;
import jp.shikaku.contracts.number.InstitutionCode;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.eligibility.batch.file.BatchFormat;
import jp.shikaku.kit.file.FileCharset;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.request.IdempotencyKey;
import jp.shikaku.kit.request.PageRequest;
import jp.shikaku.kit.request.RequestId;

/** Where a clinic or pharmacy asks about all appointments of tomorrow, and watches them being answered. */
@Path("/confirmation-batches")
@Tag(name = "batch")
@Produces(MediaType.APPLICATION_JSON)
public class BatchResource {

    static final String CSV = "text/csv";
    static final String NDJSON = "application/x-ndjson";

    private static final Duration BETWEEN_EVENTS = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final BatchIntake intake;
    private final Batches batches;
    private final Caller caller;
    private final RequestId requestId;

    BatchResource(BatchIntake intake, Batches batches, Caller caller, RequestId requestId) {
        this.intake = intake;
        this.batches = batches;
        this.caller = caller;
        this.requestId = requestId;
    }

    static String pathOf(UUID id) {
        return "/confirmation-batches/" + id;
    }

    @POST
    @Consumes({MediaType.APPLICATION_JSON, NDJSON, CSV})
    @RolesAllowed(Roles.INSTITUTION)
    @Blocking
    @Operation(
            operationId = "confirmMany",
            summary = "Takes over up to 100,000 questions, each with its own date and id, to be answered in the"
                    + " background: as JSON, as one ConfirmationRequest a line, or as CSV with the columns of"
                    + " /confirmation-batches/template, in UTF-8 or windows-31j. A row that cannot be asked stops"
                    + " none of the others.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = BatchQuestions.class)),
                @Content(mediaType = NDJSON, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(
            responseCode = "202",
            description = "Taken over; its questions are being answered",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ConfirmationBatch.class)))
    @APIResponse(responseCode = "422", description = "No rows, too many, or columns that cannot be read")
    @APIResponse(responseCode = "429", description = "Too many batches of the caller are unfinished")
    public RestResponse<ConfirmationBatch> receive(
            @HeaderParam(IdempotencyKey.HEADER) String idempotencyKey,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type,
            @Parameter(description = "CSV: refuse or ignore columns that are none of the template")
                    @QueryParam("otherColumns")
                    @DefaultValue("refuse")
                    String otherColumns,
            InputStream body)
            throws IOException {
        InstitutionCode institution = caller.institution();
        IdempotencyKey key = IdempotencyKey.required(idempotencyKey);
        ValueReader reader = new ValueReader();
        Boolean ignoresOthers = reader.required("query:otherColumns", otherColumns, BatchResource::ignoresOthers);
        reader.refuseIfAnyInvalid();
        UUID id = intake.take(
                new BatchIntake.Sending(
                        institution,
                        UUID.fromString(requestId.value()),
                        key,
                        format(type),
                        type.getParameters().get(MediaType.CHARSET_PARAMETER),
                        ignoresOthers),
                body);
        ConfirmationBatch taken = batches.get(institution, id).await().atMost(PATIENCE);
        return RestResponse.ResponseBuilder.<ConfirmationBatch>create(RestResponse.Status.ACCEPTED)
                .location(URI.create(pathOf(id)))
                .entity(taken)
                .build();
    }

    @GET
    @Path("/template")
    @Produces(CSV)
    @RolesAllowed(Roles.INSTITUTION)
    @Operation(
            operationId = "getBatchTemplate",
            summary = "The columns of a batch as CSV, with an example that is nobody's")
    @APIResponse(
            responseCode = "200",
            description = "A header and one row",
            content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<byte[]> template(@QueryParam("charset") @DefaultValue("utf-8") String charset) {
        ValueReader reader = new ValueReader();
        FileCharset named = reader.required("query:charset", charset, FileCharset::wanted);
        reader.refuseIfAnyInvalid();
        return RestResponse.ResponseBuilder.ok(BatchTemplate.in(named))
                .header(HttpHeaders.CONTENT_TYPE, CSV + ";charset=" + named.label())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"batch-template.csv\"")
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.INSTITUTION)
    @Operation(operationId = "getBatch", summary = "One of the caller's own batches, and how far it has come")
    public Uni<ConfirmationBatch> get(String id) {
        return batches.get(caller.institution(), BatchId.of(id));
    }

    @GET
    @RolesAllowed(Roles.INSTITUTION)
    @Operation(operationId = "listBatches", summary = "The caller's own batches, oldest first")
    public Uni<Page<ConfirmationBatch>> list(
            @QueryParam("after") String after, @QueryParam("limit") @DefaultValue("50") String limit) {
        ValueReader reader = new ValueReader();
        PageRequest page = PageRequest.read(reader, after, limit);
        reader.refuseIfAnyInvalid();
        return batches.list(caller.institution(), page);
    }

    @GET
    @Path("/{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Blocking
    @RolesAllowed(Roles.INSTITUTION)
    @Operation(operationId = "watchBatch", summary = "How far a batch has come, once a second until it is completed")
    public Multi<ConfirmationBatch> events(String id) {
        InstitutionCode institution = caller.institution();
        UUID batchId = BatchId.of(id);
        batches.get(institution, batchId).await().atMost(PATIENCE); // a stream that has begun cannot refuse any more
        AtomicBoolean ended = new AtomicBoolean();
        return Multi.createFrom()
                .ticks()
                .every(BETWEEN_EVENTS)
                .onOverflow()
                .drop()
                .select()
                .first(tick -> !ended.get())
                .onItem()
                .transformToUniAndConcatenate(tick -> batches.get(institution, batchId))
                .invoke(batch -> ended.set(batch.state() == BatchState.COMPLETED));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.INSTITUTION)
    @Operation(
            operationId = "deleteBatch",
            summary = "Stops a batch, and deletes it with its result. What was looked at stays recorded.")
    @APIResponse(responseCode = "204", description = "Deleted")
    public Uni<Void> delete(String id) {
        return batches.delete(caller.institution(), BatchId.of(id));
    }

    private static BatchFormat format(MediaType type) {
        if (type.isCompatible(MediaType.valueOf(CSV))) {
            return BatchFormat.CSV;
        }
        return type.isCompatible(MediaType.valueOf(NDJSON)) ? BatchFormat.NDJSON : BatchFormat.JSON;
    }

    private static Boolean ignoresOthers(String text) {
        return switch (text) {
            case "ignore" -> true;
            case "refuse" -> false;
            default -> throw new InvalidValueException(ValueFault.UNKNOWN_CODE);
        };
    }
}
