package jp.shikaku.inquiry.notice.delivery;

import java.util.Locale;
import java.util.UUID;

import jp.shikaku.contracts.text.LocalizedText;

/**
 * A mail that is this replica's to send.
 *
 * @param attempts this one counted
 * @param number of the reminder, from 1
 */
record QueuedMail(
        UUID id,
        UUID recipient,
        Kind kind,
        int number,
        int attempts,
        Issue issue,
        LocalizedText addressee,
        String email,
        Locale language) {

    /** What a mail says. */
    enum Kind {
        NOTICE,
        REMINDER,
        WITHDRAWAL
    }

    @Override
    public String toString() {
        return "QueuedMail[" + id + "]";
    }
}
