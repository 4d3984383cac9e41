package jp.shikaku.registration.overlap;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

import jp.shikaku.registration.check.InsurerKind;
import jp.shikaku.registration.overlap.Closure.Reason;

/**
 * When a coverage of National Health Insurance may be closed ex officio: the employee insurance began on the same day or
 * later, the person is in two or more consecutive lists, and the same employee insurance is in both (保国発1129第1号,
 * 2022-11-29). Nothing else closes a coverage without a report.
 */
public final class OverlapRule {

    private static final int LISTS_NEEDED = 2;

    private OverlapRule() {}

    /**
     * @param entries all that the lists say of one coverage and one other insurer, in any order
     * @param latestList number of the latest list, whether it has an entry or not
     */
    public static Closure decide(List<OverlapEntry> entries, int latestList) {
        if (entries.stream().map(OverlapEntry::otherInsurer).distinct().count() != 1) {
            throw new IllegalArgumentException("an overlap is with one other insurer");
        }
        TreeMap<Integer, OverlapEntry> byList = new TreeMap<>(Comparator.reverseOrder());
        entries.forEach(entry -> byList.merge(entry.list(), entry, OverlapRule::later));
        int consecutive = 0;
        while (byList.containsKey(latestList - consecutive)) {
            consecutive++;
        }
        OverlapEntry latest = byList.firstEntry().getValue();
        Set<Reason> reasons = reasons(latest);
        if (consecutive < LISTS_NEEDED) {
            reasons.add(consecutive == 0 ? Reason.NOT_IN_LATEST_LIST : Reason.IN_ONE_LIST_ONLY);
        }
        return reasons.isEmpty()
                ? new Closure.Allowed(consecutive, lost(latest))
                : new Closure.Refused(consecutive, reasons);
    }

    private static Set<Reason> reasons(OverlapEntry entry) {
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        if (InsurerKind.of(entry.insurer()) != InsurerKind.NATIONAL_HEALTH) {
            reasons.add(Reason.NOT_NATIONAL_HEALTH_INSURANCE);
        }
        if (InsurerKind.of(entry.otherInsurer()) != InsurerKind.EMPLOYEE) {
            reasons.add(Reason.OTHER_IS_NO_EMPLOYEE_INSURANCE);
        }
        if (entry.otherAcquired().isBefore(entry.acquired())) {
            reasons.add(Reason.OTHER_BEGAN_EARLIER);
        }
        return reasons;
    }

    /** 国民健康保険法8条: coverage is lost on the day after the other began. */
    private static LocalDate lost(OverlapEntry entry) {
        return entry.otherAcquired().plusDays(1);
    }

    /** Two coverages with the same other insurer in one list: the later is the one that goes on. */
    private static OverlapEntry later(OverlapEntry one, OverlapEntry other) {
        return other.otherAcquired().isAfter(one.otherAcquired()) ? other : one;
    }
}
