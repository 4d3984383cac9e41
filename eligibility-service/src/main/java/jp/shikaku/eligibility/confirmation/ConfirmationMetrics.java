package jp.shikaku.eligibility.confirmation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;

import jp.shikaku.contracts.confirmation.ConfirmationAnswer;
import jp.shikaku.contracts.coverage.Validity;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ProblemType;

/** Counts single questions by what they were told; what each means is told in {@code docs/metrics.md}. */
@Startup
@ApplicationScoped
class ConfirmationMetrics {

    private final Map<Validity, Counter> answered;
    private final Counter refused;
    private final Counter undetermined;

    ConfirmationMetrics(MeterRegistry registry) {
        this.answered = Arrays.stream(Validity.values())
                .collect(Collectors.toUnmodifiableMap(
                        validity -> validity,
                        validity -> counter(registry, validity.name().toLowerCase(Locale.ROOT))));
        this.refused = counter(registry, "refused");
        this.undetermined = counter(registry, "undetermined");
    }

    /** {@code answer}, counted when it is there. */
    Uni<ConfirmationAnswer> counted(Uni<ConfirmationAnswer> answer) {
        return answer.onItemOrFailure().invoke((told, failure) -> {
            if (failure == null) {
                answered.get(told.validity()).increment();
            } else if (isUndetermined(failure)) {
                undetermined.increment();
            } else {
                refused.increment();
            }
        });
    }

    private static boolean isUndetermined(Throwable failure) {
        return failure instanceof ProblemException problem && problem.type() == ProblemType.UNDETERMINED;
    }

    private static Counter counter(MeterRegistry registry, String outcome) {
        return Counter.builder("shikaku.confirmations")
                .description("Single questions that were answered, refused or left undetermined")
                .tag("outcome", outcome)
                .register(registry);
    }
}
