package jp.shikaku.registration.linkage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jboss.resteasy.reactive.RestResponse;

import jp.shikaku.contracts.linkage.CoverageBatchResult;
import jp.shikaku.contracts.linkage.CoverageOutcome;
import jp.shikaku.contracts.linkage.CoverageResult;
import jp.shikaku.contracts.problem.ProblemType;

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
    static Reply read(RestResponse<?> answer, int items, ObjectMapper json) {
        int status = answer.getStatus();
        String body = body(answer.getEntity());
        DeliveryOutcome outcome = DeliveryOutcome.of(status);
        if (outcome != DeliveryOutcome.DELIVERED) {
            boolean mayBeAnItem = outcome == DeliveryOutcome.REFUSED || status == INTERNAL_ERROR;
            return new Whole(outcome, mayBeAnItem, (status + " " + problemCode(body, json)).strip());
        }
        try {
            List<CoverageResult> results =
                    json.readValue(body, CoverageBatchResult.class).results();
            return results.size() == items ? new Results(results) : unreadable();
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return unreadable();
        }
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

    /** The body of a refusal is in memory already, as a stream that nobody has read. */
    private static String body(Object entity) {
        if (!(entity instanceof InputStream stream)) {
            return (String) entity;
        }
        try {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reply unreadable() {
        return new Whole(DeliveryOutcome.LATER, false, "answer that cannot be read");
    }

    private static String problemCode(String body, ObjectMapper json) {
        try {
            return body == null || body.isBlank()
                    ? ""
                    : known(json.readTree(body).path("code").asText(""), "[a-z0-9-]{1,64}");
        } catch (JsonProcessingException e) {
            return ""; // somebody between us and eligibility answered
        }
    }

    private static String known(String text, String shape) {
        return text != null && text.matches(shape) ? text : "";
    }
}
