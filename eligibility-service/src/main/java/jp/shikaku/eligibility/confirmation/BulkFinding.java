package jp.shikaku.eligibility.confirmation;

import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.problem.ProblemType;

/** What became of one of many questions. Nobody is told before it was kept. */
public sealed interface BulkFinding {

    record Answerable(Decided decided) implements BulkFinding {}

    /**
     * The certificate that was asked by cannot be used.
     *
     * @param holder {@code null} where it is not known
     */
    record Unusable(ProblemType reason, PersonKey holder) implements BulkFinding {}
}
