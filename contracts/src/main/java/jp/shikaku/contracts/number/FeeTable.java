package jp.shikaku.contracts.number;

/** 点数表番号: by which schedule an institution is paid, and so what kind of institution it is. */
public enum FeeTable {
    /** 医科 */
    MEDICAL,
    /** 歯科 */
    DENTAL,
    /** 調剤 */
    PHARMACY,
    /** 訪問看護 */
    VISITING_NURSE;

    static FeeTable ofDigit(char digit) {
        return switch (digit) {
            case '1' -> MEDICAL;
            case '3' -> DENTAL;
            case '4' -> PHARMACY;
            case '6' -> VISITING_NURSE;
            default -> throw new IllegalArgumentException("not a fee table: " + digit);
        };
    }
}
