package jp.shikaku.registration.linkage;

import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.type.TypeReference;

import jp.shikaku.contracts.linkage.CoverageBatchResult;
import jp.shikaku.contracts.linkage.CoverageOutcome;
import jp.shikaku.contracts.linkage.CoverageResult;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.registration.sister.SisterAnswer;

/** What eligibility answered to a batch. */
sealed interface Reply {

    /** @param results one for each item, in their order */
    record Results(List<CoverageResult> results) implements Reply {}

    /**
     * Nothing was said of the single items.
     *
     * @param outcome never {@link DeliveryOutcome#DELIVERED}
     * @param mayBeAnItem whether one of the items may be to blame: then the others go through without it
     * @param reason status and stable code, or the kind of failure
     */
    record Whole(DeliveryOutcome outcome, boolean mayBeAnItem, String reason) implements Reply {}

    int INTERNAL_ERROR = 500;

    /** @param items how many were sent */
    static Reply read(SisterAnswer answer, int items) {
        DeliveryOutcome outcome = DeliveryOutcome.of(answer.status());
        if (outcome != DeliveryOutcome.DELIVERED) {
            boolean mayBeAnItem = outcome == DeliveryOutcome.REFUSED || answer.status() == INTERNAL_ERROR;
            return new Whole(outcome, mayBeAnItem, (answer.status() + " " + answer.problemCode()).strip());
        }
        return answer.as(new TypeReference<CoverageBatchResult>() {})
                .map(CoverageBatchResult::results)
                .filter(results -> results.size() == items)
                .<Reply>map(Results::new)
                .orElse(new Whole(DeliveryOutcome.LATER, false, "answer that cannot be read"));
    }

    /** @param failure of the connection */
    static Reply none(Throwable failure) {
        return new Whole(DeliveryOutcome.LATER, false, failure.getClass().getSimpleName());
    }

    /** What an operator is told of an item that was refused. Codes and names of fields, nothing that a sister quotes. */
    static String refusal(CoverageResult result) {
        if (result.outcome() == CoverageOutcome.CONFLICT) {
            return ProblemType.COVERAGE_VERSION_CONFLICT.code();
        }
        return result.errors().stream()
                .map(fault -> known(fault.pointer(), "[A-Za-z/]{1,64}") + " " + known(fault.code(), "[a-z0-9-]{1,64}"))
                .limit(8)
                .collect(Collectors.joining(", ", ProblemType.VALUES_INVALID.code() + ": ", ""));
    }

    private static String known(String text, String shape) {
        return text != null && text.matches(shape) ? text : "";
    }
}
