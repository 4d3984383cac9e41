package jp.shikaku.registration.text;

/**
 * Whether two writings may be of one person's name or home. Differences of width, spaces, dashes, long vowels, small
 * kana, variant characters, 丁目・番地 and ● are none (the whole-database check of 2023 counted them as matches). The raw
 * texts are kept for display; nothing that is folded is ever stored.
 *
 * <p>Symmetric, and true for a text and itself; not transitive, as ● matches everything.
 */
public final class SameText {

    private SameText() {}

    /** 漢字氏名. */
    public static boolean name(String one, String other) {
        return one.equals(other) || UnmappedCharacter.matches(FoldedName.ofKanji(one), FoldedName.ofKanji(other));
    }

    /** カナ氏名. */
    public static boolean nameKana(String one, String other) {
        return one.equals(other) || UnmappedCharacter.matches(FoldedName.ofKana(one), FoldedName.ofKana(other));
    }

    /** 住所, without the building. */
    public static boolean address(String one, String other) {
        return one.equals(other) || FoldedAddress.of(one).matches(FoldedAddress.of(other));
    }
}
