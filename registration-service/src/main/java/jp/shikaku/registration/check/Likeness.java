package jp.shikaku.registration.check;

import jp.shikaku.registration.individual.FiveItems;
import jp.shikaku.registration.text.SameText;

/** How much two descriptions of a person have in common. */
final class Likeness {

    private Likeness() {}

    /** Same birth date, and one of the names at least: most likely one person. */
    static boolean alike(FiveItems one, FiveItems other) {
        return one.birthDate().equals(other.birthDate()) && anyNameAlike(one, other);
    }

    /** Another birth date and nothing of the names in common: certainly two persons. */
    static boolean strangers(FiveItems one, FiveItems other) {
        return !one.birthDate().equals(other.birthDate()) && !anyNameAlike(one, other);
    }

    /** Nothing but the address tells them apart. */
    static boolean identical(FiveItems one, FiveItems other) {
        return one.birthDate().equals(other.birthDate())
                && one.sex() == other.sex()
                && SameText.name(one.name(), other.name())
                && SameText.nameKana(one.nameKana(), other.nameKana());
    }

    private static boolean anyNameAlike(FiveItems one, FiveItems other) {
        return SameText.name(one.name(), other.name()) || SameText.nameKana(one.nameKana(), other.nameKana());
    }
}
