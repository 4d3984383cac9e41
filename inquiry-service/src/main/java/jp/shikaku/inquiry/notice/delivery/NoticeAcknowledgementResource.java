package jp.shikaku.inquiry.notice.delivery;

import java.time.Clock;
import java.util.Locale;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jp.shikaku.contracts.notice.NoticeAcknowledgement;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.kit.problem.CallerLanguage;

/**
 * Where the link of a mail leads. Public: who has the link is who it was sent to. Looking changes nothing, since mail
 * scanners open every link; only the button acknowledges.
 */
@Path("/notice-acknowledgements/{token}")
@Tag(name = "notice")
@PermitAll
public class NoticeAcknowledgementResource {

    /** Who says nothing gets JSON; browsers ask for a page. */
    private static final String PAGE_IF_ASKED_FOR = MediaType.TEXT_HTML + ";qs=0.5";

    private final Pool pool;
    private final LinkTokens links;
    private final RecipientStore recipients;
    private final Clock clock;

    NoticeAcknowledgementResource(Pool pool, LinkTokens links, RecipientStore recipients, Clock clock) {
        this.pool = pool;
        this.links = links;
        this.recipients = recipients;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "readNoticeLink", summary = "What a link of a mail is about; acknowledges nothing")
    public Uni<NoticeAcknowledgement> look(String token) {
        return found(recipient(token));
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "acknowledgeNotice",
            summary = "Acknowledges a notice; repeated, the first time counts. No body is needed")
    public Uni<NoticeAcknowledgement> acknowledge(String token) {
        UUID recipient = recipient(token);
        return found(recipient)
                .chain(() -> recipients.acknowledge(pool, recipient, clock.instant()))
                .chain(() -> found(recipient));
    }

    @GET
    @Produces(PAGE_IF_ASKED_FOR)
    @Operation(hidden = true) // the same, for browsers
    public Uni<Response> page(String token, @Context HttpHeaders headers) {
        return look(token).map(read -> page(read, headers));
    }

    @POST
    @Produces(PAGE_IF_ASKED_FOR)
    @Operation(hidden = true) // the same, for browsers
    public Uni<Response> acknowledgedPage(String token, @Context HttpHeaders headers) {
        return acknowledge(token).map(read -> page(read, headers));
    }

    private Uni<NoticeAcknowledgement> found(UUID recipient) {
        return recipients
                .find(pool, recipient)
                .map(found -> found.orElseThrow(ProblemType.NOTICE_LINK_UNKNOWN::exception));
    }

    private UUID recipient(String token) {
        return links.recipient(token).orElseThrow(ProblemType.NOTICE_LINK_UNKNOWN::exception);
    }

    private static Response page(NoticeAcknowledgement read, HttpHeaders headers) {
        Locale language = CallerLanguage.of(headers.getAcceptableLanguages());
        return Response.ok(new AcknowledgementPage(read, language).html(), MediaType.TEXT_HTML + ";charset=UTF-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header("Referrer-Policy", "no-referrer")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
                .build();
    }
}
