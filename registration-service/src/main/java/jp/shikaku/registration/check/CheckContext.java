package jp.shikaku.registration.check;

import java.time.LocalDate;
import java.util.List;

/**
 * What the rules know besides the record.
 *
 * @param today the date in Japan
 * @param samePerson other enrolments with the same individual number
 * @param sameCard other enrolments with the same insurer, symbol and number: the family, or whoever else has the card
 */
public record CheckContext(
        LocalDate today,
        CheckMode mode,
        RegisterAnswer register,
        List<KnownRecord> samePerson,
        List<KnownRecord> sameCard) {

    public CheckContext {
        samePerson = List.copyOf(samePerson);
        sameCard = List.copyOf(sameCard);
    }
}
