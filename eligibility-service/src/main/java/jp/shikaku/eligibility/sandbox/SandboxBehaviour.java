package jp.shikaku.eligibility.sandbox;

import java.util.Arrays;
import java.util.Optional;

import jp.shikaku.contracts.card.InsuredCard;
import jp.shikaku.contracts.number.InsurerNumber;

/** Cards with which something happens that no coverage can make happen. */
enum SandboxBehaviour {
    /** 判定不能. */
    UNDETERMINED("9001"),
    /** A valid card, after a while. */
    SLOW("9002"),
    /** Asked too often. */
    THROTTLED("9003");

    /** The insurer of all members of the sandbox; nobody else has this number. */
    static final InsurerNumber INSURER = InsurerNumber.of("06139984");

    private final String number;

    SandboxBehaviour(String number) {
        this.number = number;
    }

    static Optional<SandboxBehaviour> of(InsuredCard card) {
        return card.insurerNumber().equals(INSURER)
                ? Arrays.stream(values())
                        .filter(behaviour -> behaviour.number.equals(card.number()))
                        .findFirst()
                : Optional.empty();
    }
}
