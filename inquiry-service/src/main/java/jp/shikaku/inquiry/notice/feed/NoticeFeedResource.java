package jp.shikaku.inquiry.notice.feed;

import java.net.URI;
import java.util.Locale;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.inquiry.notice.delivery.NoticeConfig;
import jp.shikaku.inquiry.notice.delivery.NoticeOffice;
import jp.shikaku.kit.problem.CallerLanguage;

/** What was published and withdrawn, for feed readers. Public. */
@Path("/notices.atom")
@Tag(name = "notice")
@PermitAll
public class NoticeFeedResource {

    private static final String MEDIA_TYPE = "application/atom+xml";

    private final NoticeOffice office;
    private final NoticeConfig config;

    NoticeFeedResource(NoticeOffice office, NoticeConfig config) {
        this.office = office;
        this.config = config;
    }

    @GET
    @Produces(MEDIA_TYPE)
    @Operation(
            operationId = "subscribeToNotices",
            summary = "Notices as an Atom feed (RFC 4287), the latest first; lang=ja or en, else by Accept-Language")
    @APIResponse(
            responseCode = "200",
            description = "One entry a notice; a withdrawn one says so",
            content = @Content(mediaType = MEDIA_TYPE, schema = @Schema(implementation = String.class)))
    public Uni<Response> feed(@QueryParam("lang") String lang, @Context HttpHeaders headers, @Context Request request) {
        ValueReader reader = new ValueReader();
        Locale named = reader.optional("query:lang", lang, NoticeFeedResource::language);
        reader.refuseIfAnyInvalid();
        Locale language = named == null ? CallerLanguage.of(headers.getAcceptableLanguages()) : named;
        String base = config.publicUrl().map(URI::toString).orElse("").replaceFirst("/+$", "");
        return office.newest().map(issues -> {
            byte[] body = new NoticeFeed(issues, language, base).document();
            EntityTag tag = new EntityTag(UUID.nameUUIDFromBytes(body).toString());
            Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
            return (unchanged == null
                            ? Response.ok(body, MEDIA_TYPE + ";charset=UTF-8").tag(tag)
                            : unchanged)
                    .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                    .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                    .build();
        });
    }

    private static Locale language(String text) {
        return switch (text) {
            case "ja" -> Locale.JAPANESE;
            case "en" -> Locale.ENGLISH;
            default -> throw new InvalidValueException(ValueFault.UNKNOWN_CODE);
        };
    }
}
