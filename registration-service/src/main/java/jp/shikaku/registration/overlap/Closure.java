package jp.shikaku.registration.overlap;

import java.time.LocalDate;
import java.util.Set;

/** Whether an insurer may close a coverage ex officio, because the person is insured elsewhere. */
public sealed interface Closure {

    /** How many consecutive lists, the latest included, tell of the same overlap. */
    int consecutiveLists();

    /** @param lost the first day without coverage */
    record Allowed(int consecutiveLists, LocalDate lost) implements Closure {}

    record Refused(int consecutiveLists, Set<Reason> reasons) implements Closure {

        public Refused {
            reasons = Set.copyOf(reasons);
        }
    }

    /** Why not, or not yet. */
    enum Reason {
        /** Only 国民健康保険 may be closed so; every other coverage ends by a report. */
        NOT_NATIONAL_HEALTH_INSURANCE,
        /** The other is no employee insurance. */
        OTHER_IS_NO_EMPLOYEE_INSURANCE,
        /** The other is the older one: it is rather that one which has ended. */
        OTHER_BEGAN_EARLIER,
        /** The latest list does not tell of it any more. */
        NOT_IN_LATEST_LIST,
        /** It has to be in two consecutive lists: a report may be on its way. */
        IN_ONE_LIST_ONLY
    }
}
