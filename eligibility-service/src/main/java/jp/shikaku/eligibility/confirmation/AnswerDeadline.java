package jp.shikaku.eligibility.confirmation;

import java.time.Duration;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.eligibility.audit.Looker;
import jp.shikaku.kit.problem.Outage;
import jp.shikaku.kit.time.TimeLimit;

/** Whatever keeps us from knowing is told as "undetermined", in time, and never as "no information" (R3). */
@ApplicationScoped
class AnswerDeadline {

    private static final Logger LOG = Logger.getLogger(AnswerDeadline.class);
    private static final int FRAMES = 12;

    private final TimeLimit limit;

    AnswerDeadline(@ConfigProperty(name = "shikaku.confirmation.answer-within") Duration answerWithin) {
        this.limit = new TimeLimit(answerWithin);
    }

    /** {@code answer}, or undetermined when it fails for any reason that is no refusal, or takes too long. */
    <T> Uni<T> keep(Looker looker, Uni<T> answer) {
        return orUndetermined(looker, limit.on(answer));
    }

    /** The same for who does not wait at a desk: however long it takes. */
    <T> Uni<T> orUndetermined(Looker looker, Uni<T> answer) {
        return answer.onFailure(failure -> !(failure instanceof ProblemException))
                .transform(failure -> {
                    log(looker.requestId(), failure);
                    return ProblemType.UNDETERMINED.exception();
                });
    }

    /** By type and place, never by message: a database quotes the row it refused (R1). */
    private static void log(String requestId, Throwable failure) {
        if (Outage.isOutage(failure)) {
            LOG.warnf(
                    "request %s is undetermined: %s",
                    requestId, failure.getClass().getName());
        } else {
            LOG.errorf(
                    "request %s is undetermined, by a fault of ours: %s at %s",
                    requestId,
                    failure.getClass().getName(),
                    Stream.of(failure.getStackTrace()).limit(FRAMES).toList());
        }
    }
}
