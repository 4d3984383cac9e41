package jp.shikaku.contracts.casefile;

import java.time.LocalDate;
import java.time.OffsetDateTime;

import com.fasterxml.jackson.annotation.JsonInclude;

import jp.shikaku.contracts.confirmation.Shown;
import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.contracts.progress.Progress;
import jp.shikaku.contracts.text.LocalizedText;

/**
 * Everything a hotline agent needs to explain a display, and nothing about the person.
 *
 * @param shown what the clinic saw
 * @param now what it would see now
 * @param progress where the registration waits; missing when registration could not be asked
 * @param sentence what to tell the caller
 * @param nextStep what the caller does next
 * @param nextDate the next date that matters; missing when there is none
 * @param displayGuide path of the full explanation of the display
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CaseFile(
        ConfirmationNumber confirmationNumber,
        OffsetDateTime askedAt,
        Shown shown,
        Shown now,
        Progress progress,
        LocalizedText sentence,
        LocalizedText nextStep,
        LocalDate nextDate,
        String displayGuide) {}
