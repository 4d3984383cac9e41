package jp.shikaku.registration.resident;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.enterprise.util.TypeLiteral;

import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.resident.ResidentInquiry;
import jp.shikaku.registration.check.RegisterAnswer;

/**
 * The resident register behind a line. Asked by number, up to a thousand at a time; an attempt is repeated after a pause,
 * and a register that keeps failing is left alone for a while, so that whoever asks hears at once that it is away.
 */
@ApplicationScoped
@Typed(HttpResidentRegister.class)
class HttpResidentRegister implements ResidentRegister {

    private final RegisterClient client;
    private final RegisterLine line;
    private final TypedGuard<Uni<Map<PersonKey, RegisterAnswer>>> guard;

    HttpResidentRegister(@RestClient RegisterClient client, RegisterLine line, ResidentRegisterConfig config) {
        this.client = client;
        this.line = line;
        this.guard = guard(config);
    }

    @Override
    public Uni<Map<PersonKey, RegisterAnswer>> findAll(List<RegisterQuestion> questions) {
        return Multi.createFrom()
                .iterable(inquiries(questions))
                .onItem()
                .transformToUniAndConcatenate(this::answers)
                .collect()
                .in(HashMap::new, Map::putAll);
    }

    private static List<Inquiry> inquiries(List<RegisterQuestion> questions) {
        List<Inquiry> inquiries = new ArrayList<>();
        for (int from = 0; from < questions.size(); from += ResidentInquiry.MAX_QUESTIONS) {
            int to = Math.min(from + ResidentInquiry.MAX_QUESTIONS, questions.size());
            inquiries.add(new Inquiry(questions.subList(from, to)));
        }
        return inquiries;
    }

    /** What was sent or received may be quoted by a failure: only what kind of failure it was goes on. */
    private Uni<Map<PersonKey, RegisterAnswer>> answers(Inquiry inquiry) {
        return Uni.createFrom()
                .deferred(() -> guard.get(() -> attempt(inquiry)))
                .invoke(line::answered)
                .onFailure()
                .transform(failure -> {
                    String reason = failure instanceof UnusableAnswerException unusable
                            ? unusable.getMessage()
                            : failure.getClass().getSimpleName();
                    line.failed(reason);
                    return new RegisterUnavailableException("the resident register cannot be asked: " + reason);
                });
    }

    private Uni<Map<PersonKey, RegisterAnswer>> attempt(Inquiry inquiry) {
        return client.ask(inquiry.wire()).map(inquiry::read);
    }

    private static TypedGuard<Uni<Map<PersonKey, RegisterAnswer>>> guard(ResidentRegisterConfig config) {
        long backOff = config.backOff().toMillis();
        return TypedGuard.create(new TypeLiteral<Uni<Map<PersonKey, RegisterAnswer>>>() {})
                .withDescription("resident register")
                .withTimeout()
                .duration(config.timeout().toMillis(), ChronoUnit.MILLIS)
                .done()
                .withCircuitBreaker()
                .name("resident-register")
                .requestVolumeThreshold(config.circuitAttempts())
                .delay(config.circuitDelay().toMillis(), ChronoUnit.MILLIS)
                .done()
                .withRetry()
                .maxRetries(config.retries())
                .delay(backOff, ChronoUnit.MILLIS)
                .jitter(backOff / 2, ChronoUnit.MILLIS)
                .withExponentialBackoff()
                .done()
                .whenException(HttpResidentRegister::mayPass)
                .done()
                .build();
    }

    private static boolean mayPass(Throwable failure) {
        boolean refused = failure instanceof UnusableAnswerException unusable && !unusable.isRepeatable();
        return !refused && !(failure instanceof CircuitBreakerOpenException);
    }
}
