package jp.shikaku.registration.importing;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestResponse;

import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.kit.file.FileFormat;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.page.Frame;
import jp.shikaku.kit.page.Pages;
import jp.shikaku.kit.request.IdempotencyKey;
import jp.shikaku.kit.request.PageRequest;
import jp.shikaku.registration.importing.file.ColumnChoice;
import jp.shikaku.registration.request.ResourceId;

/** Where an insurer sends a file from its browser, watches it being taken in, and gets what was refused. */
@Path("/{language:ja|en}/imports")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.INSURER)
public class ImportPages {

    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";
    private static final String PART = "20";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Pages pages;
    private final Reception reception;
    private final Imports imports;
    private final Caller caller;

    ImportPages(Pages pages, Reception reception, Imports imports, Caller caller) {
        this.pages = pages;
        this.reception = reception;
        this.imports = imports;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "importing")
    static class Templates {

        static native TemplateInstance imports(Frame p, Page<ImportView> files);

        static native TemplateInstance file(Frame p, ImportView view);

        static native TemplateInstance file$progress(Frame p, ImportView view);
    }

    @GET
    public Uni<TemplateInstance> list(@QueryParam("after") String after) {
        ValueReader reader = new ValueReader();
        PageRequest page = PageRequest.read(reader, after, PART);
        reader.refuseIfAnyInvalid();
        Frame frame = pages.frame();
        return imports.latest(caller.insurer(), page)
                .map(found -> Templates.imports(
                        frame,
                        new Page<>(found.items().stream().map(ImportView::new).toList(), found.next())));
    }

    /** A file as it is: sent by the page's script, so that nothing of it waits unencrypted in a folder. */
    @POST
    @Consumes({CSV, NDJSON})
    @Blocking
    public RestResponse<Void> receive(
            @HeaderParam(IdempotencyKey.HEADER) String idempotencyKey,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type,
            InputStream body)
            throws IOException {
        InsurerNumber insurer = caller.insurer();
        IdempotencyKey key = IdempotencyKey.required(idempotencyKey);
        imports.refuseUnknown(insurer).await().atMost(PATIENCE);
        UUID id = reception.receive(
                new Reception.Sending(
                        insurer,
                        caller.subject(),
                        key,
                        type.isCompatible(MediaType.valueOf(CSV)) ? FileFormat.CSV : FileFormat.NDJSON,
                        type.getParameters().get(MediaType.CHARSET_PARAMETER),
                        ColumnChoice.LAYOUT),
                body);
        return RestResponse.ResponseBuilder.<Void>create(RestResponse.Status.ACCEPTED)
                .location(URI.create("/" + pages.language().getLanguage() + "/imports/" + id))
                .build();
    }

    /** How far it has come; for a page that is open, the part of it that changes. */
    @GET
    @Path("/{id}")
    public Uni<TemplateInstance> one(String id) {
        boolean part = pages.isForPart();
        Frame frame = pages.frame();
        return imports.get(caller.insurer(), importId(id))
                .map(ImportView::new)
                .map(view -> part ? Templates.file$progress(frame, view) : Templates.file(frame, view));
    }

    /** The refused rows, in the encoding of the file that was sent. */
    @GET
    @Path("/{id}/refusals.csv")
    @Produces(CSV)
    public RestMulti<byte[]> refusals(String id) {
        UUID importId = importId(id);
        return RestMulti.fromUniResponse(
                imports.stored(caller.insurer(), importId),
                file -> imports.refusalFile(importId, file.form().charset()),
                file -> Map.of(
                        HttpHeaders.CONTENT_TYPE,
                        List.of(CSV + ";charset=" + file.form().charset().label()),
                        HttpHeaders.CONTENT_DISPOSITION,
                        List.of("attachment; filename=\"refusals-" + importId + ".csv\""),
                        HttpHeaders.CACHE_CONTROL,
                        List.of("no-store")));
    }

    private static UUID importId(String id) {
        return ResourceId.of(id, ProblemType.IMPORT_NOT_FOUND);
    }
}
