package jp.shikaku.contracts.batch;

/** What became of one row of a batch. */
public enum BatchOutcome {
    /** It has an answer; 「資格情報なし」 is one, too. */
    ANSWERED,
    /** It was no question that could be asked: see its errors. */
    REFUSED,
    /** 判定不能: it could not be found out (R3). To be asked again. */
    UNDETERMINED
}
