package jp.shikaku.contracts.certificate;

/** What its authority says of a certificate. That it has expired follows from its date. */
public enum CertificateState {
    /** In force. */
    ACTIVE,
    /** 一時停止, as when a card was reported lost; may become active again. */
    SUSPENDED,
    /** 失効: renewed, given back, or its holder died. Not active again. */
    REVOKED
}
