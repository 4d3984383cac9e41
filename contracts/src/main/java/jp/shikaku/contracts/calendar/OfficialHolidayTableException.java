package jp.shikaku.contracts.calendar;

import jp.shikaku.contracts.text.LocalizedText;

/** The official file of holidays cannot be used. */
public final class OfficialHolidayTableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final transient LocalizedText detail;

    OfficialHolidayTableException(int line, String ja, String en) {
        super("holiday table, line " + line + ": " + en);
        this.line = line;
        this.detail = new LocalizedText("祝日ファイル " + line + "行目: " + ja, "Holiday file, line " + line + ": " + en);
    }

    /** Counted from 1. */
    public int line() {
        return line;
    }

    public LocalizedText detail() {
        return detail;
    }
}
