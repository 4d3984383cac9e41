package jp.shikaku.inquiry.notice.delivery;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;

import jp.shikaku.contracts.notice.NoticeAcknowledgement;
import jp.shikaku.contracts.problem.ProblemType;

/** What the links in mails are good for. Both methods fail with {@code notice-link-unknown}. */
@ApplicationScoped
class Acknowledgements {

    private final Pool pool;
    private final LinkTokens links;
    private final RecipientStore recipients;
    private final Clock clock;

    Acknowledgements(Pool pool, LinkTokens links, RecipientStore recipients, Clock clock) {
        this.pool = pool;
        this.links = links;
        this.recipients = recipients;
        this.clock = clock;
    }

    /** What a link is about; changes nothing. */
    Uni<NoticeAcknowledgement> look(String token) {
        return found(recipient(token));
    }

    /** The first time counts. */
    Uni<NoticeAcknowledgement> acknowledge(String token) {
        UUID recipient = recipient(token);
        return found(recipient)
                .chain(() -> recipients.acknowledge(pool, recipient, clock.instant()))
                .chain(() -> found(recipient));
    }

    private Uni<NoticeAcknowledgement> found(UUID recipient) {
        return recipients
                .find(pool, recipient)
                .map(found -> found.orElseThrow(ProblemType.NOTICE_LINK_UNKNOWN::exception));
    }

    private UUID recipient(String token) {
        return links.recipient(token).orElseThrow(ProblemType.NOTICE_LINK_UNKNOWN::exception);
    }
}
