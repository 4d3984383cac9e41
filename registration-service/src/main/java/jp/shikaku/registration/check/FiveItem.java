package jp.shikaku.registration.check;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

import jp.shikaku.registration.individual.FiveItems;
import jp.shikaku.registration.text.SameText;

/** One of the five items that are compared with the resident register. */
public enum FiveItem {
    NAME,
    NAME_KANA,
    BIRTH_DATE,
    SEX,
    ADDRESS;

    /** Which items are not alike, however they are written. */
    static Set<FiveItem> differing(FiveItems ours, FiveItems theirs) {
        EnumSet<FiveItem> differing = EnumSet.noneOf(FiveItem.class);
        addUnless(SameText.name(ours.name(), theirs.name()), NAME, differing);
        addUnless(SameText.nameKana(ours.nameKana(), theirs.nameKana()), NAME_KANA, differing);
        addUnless(ours.birthDate().equals(theirs.birthDate()), BIRTH_DATE, differing);
        addUnless(ours.sex() == theirs.sex(), SEX, differing);
        addUnless(SameText.address(ours.address(), theirs.address()), ADDRESS, differing);
        return Collections.unmodifiableSet(differing);
    }

    private static void addUnless(boolean alike, FiveItem item, EnumSet<FiveItem> differing) {
        if (!alike) {
            differing.add(item);
        }
    }
}
