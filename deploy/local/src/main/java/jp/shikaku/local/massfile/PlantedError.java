package jp.shikaku.local.massfile;

import java.util.Set;

/** The mistakes that are made on purpose in a file, and what has to be said of each. */
public enum PlantedError {
    NUMBER_CHECK_DIGIT(true, "個人番号の1桁違い", "individual-number-check-digit"),
    NUMBER_ZEROS(true, "個人番号が0ばかり", "individual-number-placeholder"),
    NUMBER_SHORT(true, "個人番号の桁不足", "individual-number-format"),
    NO_SUCH_DAY(true, "存在しない生年月日", "date-does-not-exist"),
    LOST_BEFORE_ACQUIRED(true, "取得より前の喪失", "date-order"),
    SEX_UNKNOWN(true, "性別コードの誤り", "code-unknown"),
    NAME_MISSING(true, "氏名の記入漏れ", "value-required"),
    COLUMN_MISSING(true, "列の不足", "row-column-count"),
    BYTES_BROKEN(true, "壊れた文字", "row-undecodable"),
    BIRTH_DATE_WRONG(false, "生年月日の相違", "birth-date-differs"),
    SEX_WRONG(false, "性別の相違", "sex-differs"),
    NAME_WRONG(false, "氏名の相違", "name-differs"),
    ADDRESS_WRONG(false, "住所の相違", "address-differs"),
    /** Of a stranger who may by chance have the same name, or the same birth date: but not all of it. */
    NUMBER_OF_STRANGER(false, "別人の個人番号", "name-differs", "birth-date-differs", "address-differs"),
    NUMBER_OF_NOBODY(false, "存在しない人の個人番号", "resident-unknown"),
    /** Husband and wife may be born on one day. */
    FAMILY_SWAPPED(false, "家族間の取り違え", "birth-date-differs", "family-swapped"),
    CARD_TAKEN(false, "他人の記号・番号", "card-of-somebody-else"),
    ACQUIRED_FAR_AHEAD(false, "先すぎる取得日", "acquisition-far-ahead");

    private final boolean refused;
    private final String title;
    private final Set<String> codes;

    PlantedError(boolean refused, String title, String... codes) {
        this.refused = refused;
        this.title = title;
        this.codes = Set.of(codes);
    }

    /** Whether the row is refused; otherwise it is taken in and held. */
    public boolean isRefused() {
        return refused;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** Whether {@code said}, codes of faults or of findings, name this mistake. */
    public boolean isNamedIn(Set<String> said) {
        return codes.stream().anyMatch(said::contains);
    }
}
