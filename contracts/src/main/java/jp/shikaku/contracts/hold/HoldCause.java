package jp.shikaku.contracts.hold;

/** When a doubt came up. */
public enum HoldCause {
    /** As the version was entered. */
    INTAKE,
    /** 全件チェック: when what is linked was checked again. */
    RECHECK
}
