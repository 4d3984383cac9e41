package jp.shikaku.registration.check;

import java.time.LocalDate;

import jp.shikaku.contracts.coverage.BurdenShare;
import jp.shikaku.contracts.coverage.CoveragePeriod;
import jp.shikaku.contracts.coverage.FamilyRelation;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.person.SubjectKey;
import jp.shikaku.registration.individual.FiveItems;

/**
 * The part of a record that the rules look at.
 *
 * @param personKey stands for the individual number that was entered
 * @param subjectKey stands for insurer, symbol and number of the card; a family shares it
 * @param branch 枝番, two digits; {@code null} when there is none
 * @param burdenShare {@code null} when none was entered
 * @param lost first day without coverage; {@code null} while none is known
 */
public record CheckedRecord(
        InsurerNumber insurer,
        PersonKey personKey,
        SubjectKey subjectKey,
        String branch,
        FiveItems person,
        FamilyRelation relation,
        BurdenShare burdenShare,
        LocalDate acquired,
        LocalDate lost) {

    public CoveragePeriod period() {
        return CoveragePeriod.of(acquired, lost);
    }

    /** Names nobody, wherever it is printed (R1). */
    @Override
    public String toString() {
        return "CheckedRecord[]";
    }
}
