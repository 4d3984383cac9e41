package jp.shikaku.contracts.notice;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import jp.shikaku.contracts.text.LocalizedText;

/**
 * One addressee of one version of a notice, and how far it has come.
 *
 * @param id its place in lists, the cursor
 * @param mail how its mail stands
 * @param sentAt when the mail server took the notice; missing before
 * @param reminders how many reminders were sent or wait
 * @param remindOn the day of the next reminder; missing when none is planned
 * @param acknowledgedAt when somebody there acknowledged it; missing before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NoticeRecipient(
        UUID id,
        String addresseeId,
        LocalizedText name,
        int version,
        MailStanding mail,
        OffsetDateTime sentAt,
        int reminders,
        LocalDate remindOn,
        OffsetDateTime acknowledgedAt) {

    /** How a mail stands. */
    public enum MailStanding {
        WAITING,
        /** No e-mail address is known. */
        NO_ADDRESS,
        SENT,
        /** Given up; see the dead letters. */
        DEAD,
        CANCELLED
    }
}
