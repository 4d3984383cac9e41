package jp.shikaku.registration.importing;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestStreamElementType;

import jp.shikaku.contracts.importing.EnrolmentImport;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.kit.file.FileFormat;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.request.IdempotencyKey;
import jp.shikaku.kit.request.PageRequest;
import jp.shikaku.registration.importing.file.Column;
import jp.shikaku.registration.importing.file.ColumnChoice;
import jp.shikaku.registration.request.ResourceId;

/** Where an insurer sends files of its records, and watches them being taken in. */
@Path("/enrolment-imports")
@Tag(name = "import")
@Produces(MediaType.APPLICATION_JSON)
public class ImportResource {

    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";
    private static final String COLUMN_PREFIX = "column.";
    private static final Duration BETWEEN_EVENTS = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Reception reception;
    private final Imports imports;
    private final Caller caller;

    ImportResource(Reception reception, Imports imports, Caller caller) {
        this.reception = reception;
        this.imports = imports;
        this.caller = caller;
    }

    @POST
    @Consumes({CSV, NDJSON})
    @RolesAllowed(Roles.INSURER)
    @Blocking
    @Operation(
            operationId = "importEnrolments",
            summary = "Takes a file of records over, to be taken in row by row. CSV as /enrolment-imports/layout"
                    + " describes it, in UTF-8 or windows-31j, or one EnrolmentRequest a line. A title of the"
                    + " sender's own is mapped by a parameter column.FIELD=TITLE. The same file again is the same"
                    + " import.")
    @RequestBody(
            content = {
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = NDJSON, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(
            responseCode = "202",
            description = "Stored; its rows are being taken in",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EnrolmentImport.class)))
    @APIResponse(responseCode = "422", description = "Its columns cannot be read; nothing was stored")
    public RestResponse<EnrolmentImport> receive(
            @HeaderParam(IdempotencyKey.HEADER) String idempotencyKey,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type,
            @QueryParam("otherColumns") @DefaultValue("refuse") String otherColumns,
            UriInfo uri,
            InputStream body)
            throws IOException {
        InsurerNumber insurer = caller.insurer();
        IdempotencyKey key = IdempotencyKey.required(idempotencyKey);
        ValueReader reader = new ValueReader();
        ColumnChoice columns = columns(reader, uri, otherColumns);
        reader.refuseIfAnyInvalid();
        imports.refuseUnknown(insurer).await().atMost(PATIENCE);
        FileFormat format = type.isCompatible(MediaType.valueOf(CSV)) ? FileFormat.CSV : FileFormat.NDJSON;
        UUID id = reception.receive(
                new Reception.Sending(
                        insurer,
                        caller.subject(),
                        key,
                        format,
                        type.getParameters().get(MediaType.CHARSET_PARAMETER),
                        columns),
                body);
        EnrolmentImport stored = imports.get(insurer, id).await().atMost(PATIENCE);
        return RestResponse.ResponseBuilder.<EnrolmentImport>create(RestResponse.Status.ACCEPTED)
                .location(URI.create("/enrolment-imports/" + id))
                .entity(stored)
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.INSURER)
    @Operation(operationId = "getEnrolmentImport", summary = "One of the caller's own imports, and how far it has come")
    public Uni<EnrolmentImport> get(String id) {
        return imports.get(caller.insurer(), importId(id));
    }

    @GET
    @RolesAllowed(Roles.INSURER)
    @Operation(operationId = "listEnrolmentImports", summary = "The caller's own imports, oldest first")
    public Uni<Page<EnrolmentImport>> list(
            @QueryParam("after") String after, @QueryParam("limit") @DefaultValue("50") String limit) {
        ValueReader reader = new ValueReader();
        PageRequest page = PageRequest.read(reader, after, limit);
        reader.refuseIfAnyInvalid();
        return imports.list(caller.insurer(), page);
    }

    @GET
    @Path("/{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Blocking
    @RolesAllowed(Roles.INSURER)
    @Operation(
            operationId = "watchEnrolmentImport",
            summary = "How far an import has come, once a second until it has ended")
    public Multi<EnrolmentImport> events(String id) {
        InsurerNumber insurer = caller.insurer();
        UUID importId = importId(id);
        imports.get(insurer, importId).await().atMost(PATIENCE); // a stream that has begun cannot refuse any more
        AtomicBoolean ended = new AtomicBoolean();
        return Multi.createFrom()
                .ticks()
                .every(BETWEEN_EVENTS)
                .onOverflow()
                .drop()
                .select()
                .first(tick -> !ended.get())
                .onItem()
                .transformToUniAndConcatenate(tick -> imports.get(insurer, importId))
                .invoke(file -> ended.set(file.state().isFinal()));
    }

    @POST
    @Path("/{id}/cancellation")
    @RolesAllowed(Roles.INSURER)
    @Operation(
            operationId = "cancelEnrolmentImport",
            summary = "Stops an import. Rows that were taken in stay; the rest is not taken in.")
    @APIResponse(responseCode = "200", description = "Cancelled, now or before")
    @APIResponse(responseCode = "409", description = "It has ended already")
    public Uni<EnrolmentImport> cancel(String id) {
        return imports.cancel(caller.insurer(), importId(id));
    }

    private static UUID importId(String id) {
        return ResourceId.of(id, ProblemType.IMPORT_NOT_FOUND);
    }

    private static ColumnChoice columns(ValueReader reader, UriInfo uri, String otherColumns) {
        Map<Column, String> titles = new EnumMap<>(Column.class);
        for (Map.Entry<String, List<String>> parameter :
                uri.getQueryParameters().entrySet()) {
            String name = parameter.getKey();
            if (name.startsWith(COLUMN_PREFIX)) {
                Optional<Column> column = Column.ofField(name.substring(COLUMN_PREFIX.length()));
                column.ifPresentOrElse(
                        known -> titles.put(known, parameter.getValue().get(0)),
                        () -> reader.refuse("query:" + name, ValueFault.UNKNOWN_FIELD));
            }
        }
        Boolean ignores = reader.required("query:otherColumns", otherColumns, ImportResource::ignoresOthers);
        return new ColumnChoice(titles, Boolean.TRUE.equals(ignores));
    }

    private static boolean ignoresOthers(String text) {
        return switch (text) {
            case "ignore" -> true;
            case "refuse" -> false;
            default -> throw new InvalidValueException(ValueFault.UNKNOWN_CODE);
        };
    }
}
