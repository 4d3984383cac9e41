package jp.shikaku.registration.check;

import java.util.Optional;

import jp.shikaku.contracts.hold.Finding;

/** One thing that may be wrong with a record although every value of it is well formed. Has no state. */
public interface CheckRule {

    /** Stable, lower case, hyphenated; also the code of the finding. */
    String code();

    /** What this rule has to say; empty when it has no doubt. */
    Optional<Finding> check(CheckedCase checked);
}
