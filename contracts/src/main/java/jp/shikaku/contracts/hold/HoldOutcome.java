package jp.shikaku.contracts.hold;

/** What became of one decision. */
public enum HoldOutcome {
    DECIDED,
    /** It was decided before, otherwise or by somebody else; nothing changed. */
    ALREADY_DECIDED,
    /** The insurer has no such hold. */
    NOT_FOUND,
    /** Whoever decides entered the version: somebody else has to confirm it. */
    FORBIDDEN
}
