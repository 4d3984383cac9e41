package jp.shikaku.inquiry.notice.delivery;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import jp.shikaku.contracts.notice.NoticeDeadLetter;
import jp.shikaku.contracts.notice.NoticeMailState;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.kit.request.PageRequest;

/** How the sending of notices stands, for operators. */
@ApplicationScoped
class MailDesk {

    private final MailOutbox outbox;
    private final MailSender sender;

    MailDesk(MailOutbox outbox, MailSender sender) {
        this.outbox = outbox;
        this.sender = sender;
    }

    Uni<NoticeMailState> state() {
        return outbox.state(sender.configured());
    }

    Uni<Page<NoticeDeadLetter>> dead(PageRequest page) {
        return outbox.dead(page)
                .map(found -> page.toPage(found, letter -> letter.id().toString()));
    }

    /** Fails with {@code notice-dead-letter-not-found}. */
    Uni<Void> retry(UUID id) {
        return outbox.retry(id)
                .invoke(found -> {
                    if (!found) {
                        throw ProblemType.NOTICE_DEAD_LETTER_NOT_FOUND.exception();
                    }
                    sender.wake();
                })
                .replaceWithVoid();
    }
}
