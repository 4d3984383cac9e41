package jp.shikaku.inquiry.notice.delivery;

import java.time.Instant;

import jp.shikaku.contracts.notice.Notice;
import jp.shikaku.contracts.notice.NoticeVersion;
import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.contracts.time.JapanTime;

/**
 * One version of a notice, as it was published.
 *
 * @param withdrawnAt {@code null} while it holds
 * @param reason {@code null} while it holds
 */
public record Issue(Notice notice, int version, Instant publishedAt, Instant withdrawnAt, LocalizedText reason) {

    public boolean withdrawn() {
        return withdrawnAt != null;
    }

    /** When something was last said of it. */
    public Instant updatedAt() {
        return withdrawn() ? withdrawnAt : publishedAt;
    }

    NoticeVersion described() {
        return new NoticeVersion(
                notice.id(),
                version,
                notice.title(),
                JapanTime.wire(publishedAt),
                withdrawn() ? JapanTime.wire(withdrawnAt) : null,
                reason);
    }
}
