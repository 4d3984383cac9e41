package jp.shikaku.contracts.hold;

/** By whom the version in doubt was entered, as somebody asks who may have to confirm the work of others only. */
public enum HoldEnteredBy {
    ME,
    OTHERS
}
