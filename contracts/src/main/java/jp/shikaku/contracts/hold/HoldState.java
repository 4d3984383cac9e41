package jp.shikaku.contracts.hold;

/** How a hold stands or ended. */
public enum HoldState {
    OPEN,
    /** 理由付き疑いなし: the insurer confirmed the record, with a reason. */
    CONFIRMED,
    /** The insurer sent a corrected version. */
    CORRECTED,
    /** The insurer took the record back. */
    WITHDRAWN
}
