package jp.shikaku.registration.check;

import java.util.Optional;
import java.util.Set;

import jp.shikaku.contracts.hold.FindingSeverity;

/** What follows when some of the five items differ from the resident register. */
public enum SeverityRule {

    /** In force for new data since May 2024: nothing is given out before the insurer has confirmed or corrected. */
    ANY_DIFFERENCE_HOLDS {
        @Override
        Optional<FindingSeverity> of(Set<FiveItem> differing) {
            return differing.isEmpty() ? Optional.empty() : Optional.of(FindingSeverity.HOLDS);
        }
    },

    /**
     * The rule of the whole-database check of 2023: another birth date or sex is another person, and nothing is visible;
     * both names or the address hide medical information; one name alone, as after a marriage, is no doubt. It is the
     * same for a coverage that is lost.
     */
    BY_KIND_OF_DIFFERENCE {
        @Override
        Optional<FindingSeverity> of(Set<FiveItem> differing) {
            if (differing.contains(FiveItem.BIRTH_DATE) || differing.contains(FiveItem.SEX)) {
                return Optional.of(FindingSeverity.HOLDS);
            }
            boolean bothNames = differing.contains(FiveItem.NAME) && differing.contains(FiveItem.NAME_KANA);
            boolean restricts = bothNames || differing.contains(FiveItem.ADDRESS);
            return restricts ? Optional.of(FindingSeverity.RESTRICTS_MEDICAL_INFO) : Optional.empty();
        }
    };

    /** The severity of every finding about one of {@code differing}; empty when there is nothing to find. */
    abstract Optional<FindingSeverity> of(Set<FiveItem> differing);
}
