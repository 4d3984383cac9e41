package jp.shikaku.contracts.confirmation;

import java.time.OffsetDateTime;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;

import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.person.SubjectKey;

/**
 * What the inquiry service may know of a confirmation: what was shown, what would be shown now, and the keys by which
 * registration finds where it waits. No data of the person.
 *
 * @param shown as it was answered
 * @param now the same card asked again today
 * @param subjectKey key of the card asked about; missing when it was asked by individual-number card
 * @param personKey key of the person; missing when nobody, or more than one, matched. One of the two keys is there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConfirmationStanding(
        ConfirmationNumber confirmationNumber,
        OffsetDateTime askedAt,
        Shown shown,
        Shown now,
        SubjectKey subjectKey,
        PersonKey personKey) {

    /** @throws NullPointerException when anything but one of the keys is missing */
    public ConfirmationStanding {
        Objects.requireNonNull(confirmationNumber, "confirmationNumber");
        Objects.requireNonNull(askedAt, "askedAt");
        Objects.requireNonNull(shown, "shown");
        Objects.requireNonNull(now, "now");
        if (personKey == null) {
            Objects.requireNonNull(subjectKey, "subjectKey");
        }
    }
}
