package jp.shikaku.contracts.oqs;

/** 処理結果区分 (OQSCD003): what became of a document as a whole. */
public enum SegmentOfResult {
    /** 正常終了. Says nothing about a card: that is the second layer, {@code ProcessingResultStatus}. */
    NORMAL("1"),
    /** 処理中: a bulk inquiry is not answered yet. */
    PROCESSING("2"),
    /** 異常終了: the document was refused, or could not be answered. */
    ABNORMAL("9");

    private final String code;

    SegmentOfResult(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
