package jp.shikaku.registration.check;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jp.shikaku.contracts.hold.FindingSeverity;

/**
 * A record before the rules, with all they may know of it.
 *
 * @param differing the items that differ from the resident register; empty also when there is nothing to compare with
 */
public record CheckedCase(
        CheckedRecord record, CheckContext context, Set<FiveItem> differing, SeverityRule differenceSeverity) {

    /** The severity of the difference, when this item is part of one that counts. */
    Optional<FindingSeverity> severityOf(FiveItem item) {
        return differing.contains(item) ? differenceSeverity.of(differing) : Optional.empty();
    }

    /**
     * The severity of what is unlikely but says nothing about whose record it is. A new record waits for the insurer;
     * what clinics see already is not taken from the patient for it.
     */
    FindingSeverity unlikely() {
        return isNew() ? FindingSeverity.HOLDS : FindingSeverity.NOTES;
    }

    boolean isNew() {
        return context.mode() == CheckMode.NEW_DATA;
    }

    boolean isLost() {
        return record.period().lostBy(context.today());
    }

    InsurerKind insurerKind() {
        return InsurerKind.of(record.insurer());
    }

    /** What this person has with other insurers on some of the same days, unless the number is a stranger's there. */
    Stream<CheckedRecord> overlappingElsewhere() {
        return overlappingSamePerson()
                .filter(known -> !known.insurer().equals(record.insurer()))
                .filter(known -> !endsByLaw(known, record) && !endsByLaw(record, known));
    }

    /** 国民健康保険 ends on the day after the other insurance began (国民健康保険法8条): that one day is no overlap. */
    private static boolean endsByLaw(CheckedRecord before, CheckedRecord after) {
        return InsurerKind.of(before.insurer()) == InsurerKind.NATIONAL_HEALTH
                && after.acquired().plusDays(1).equals(before.lost());
    }

    /** What this person has on some of the same days, unless the number is a stranger's there. */
    Stream<CheckedRecord> overlappingSamePerson() {
        return context.samePerson().stream()
                .map(KnownRecord::record)
                .filter(known -> known.period().overlaps(record.period()))
                .filter(known -> !Likeness.strangers(known.person(), record.person()));
    }

    /** Others on the same card. */
    Stream<CheckedRecord> othersOnCard() {
        return context.sameCard().stream().map(KnownRecord::record).filter(known -> !known.personKey()
                .equals(record.personKey()));
    }
}
