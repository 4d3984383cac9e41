package jp.shikaku.registration.check;

import java.util.Optional;

import jp.shikaku.registration.individual.FiveItems;

/** What the resident register said about the individual number of a record. */
public sealed interface RegisterAnswer {

    /** The person it belongs to. */
    record Found(FiveItems person) implements RegisterAnswer {}

    /** It belongs to nobody. */
    record Unknown() implements RegisterAnswer {}

    /** Not asked: only the loss of a coverage that was compared before is reported. */
    record NotAsked() implements RegisterAnswer {}

    /** It could not be asked: the record waits, unchecked. */
    record Unreachable() implements RegisterAnswer {}

    /** The person to compare with, if there is one. */
    default Optional<FiveItems> toCompareWith() {
        return this instanceof Found found ? Optional.of(found.person()) : Optional.empty();
    }
}
