package jp.shikaku.eligibility.verdict;

import java.util.Optional;

import jp.shikaku.contracts.coverage.Validity;
import jp.shikaku.eligibility.coverage.Coverage;

/** The answer to one question about one card on one day. That nothing could be found out is not among them (R3). */
public sealed interface Verdict {

    /** 1 有効. */
    record Valid(Coverage coverage) implements Verdict {
        @Override
        public Validity validity() {
            return Validity.VALID;
        }

        @Override
        public Optional<Coverage> onCard() {
            return Optional.of(coverage);
        }
    }

    /** 2 無効, or 3 無効（新しい資格あり）. The other coverage itself is not told. */
    record Invalid(Coverage coverage, boolean coveredElsewhere) implements Verdict {
        @Override
        public Validity validity() {
            return coveredElsewhere ? Validity.INVALID_NEWER_COVERAGE : Validity.INVALID;
        }

        @Override
        public Optional<Coverage> onCard() {
            return Optional.of(coverage);
        }
    }

    /** 4 該当資格なし. */
    record NotFound() implements Verdict {
        @Override
        public Validity validity() {
            return Validity.NOT_FOUND;
        }

        @Override
        public Optional<Coverage> onCard() {
            return Optional.empty();
        }
    }

    /** 5 複数該当: never one chosen for the caller (R4). */
    record SeveralCandidates() implements Verdict {
        @Override
        public Validity validity() {
            return Validity.SEVERAL_CANDIDATES;
        }

        @Override
        public Optional<Coverage> onCard() {
            return Optional.empty();
        }
    }

    Validity validity();

    /** The coverage on the card asked about, when exactly one person has it. */
    Optional<Coverage> onCard();
}
