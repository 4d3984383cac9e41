package jp.shikaku.eligibility.fhir;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

import jp.shikaku.eligibility.confirmation.Question;
import jp.shikaku.eligibility.confirmation.Submission;

/**
 * A {@code CoverageEligibilityRequest} that can be answered.
 *
 * @param submission makes of an idempotency key one sending of this, for telling repetitions
 * @param purposes validation, benefits or both
 * @param reference to the request, given back
 * @param patient as the request refers to the patient, where it can be given back
 * @param until last day of a period of care; {@code null} for a single day
 */
record EligibilityRequest(
        Question question,
        Function<String, Submission> submission,
        List<String> purposes,
        R4.Reference reference,
        R4.Reference patient,
        LocalDate until) {

    static final String VALIDATION = "validation";
    static final String BENEFITS = "benefits";
}
