package jp.shikaku.eligibility.sandbox;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import jp.shikaku.contracts.card.InsuredCard;
import jp.shikaku.contracts.problem.ProblemType;

/** Does with a question what the sandbox's table says of its card. Nothing at all where there is no sandbox. */
@ApplicationScoped
public class Sandbox {

    private final boolean enabled;
    private final Duration slow;

    Sandbox(SandboxConfig config) {
        this.enabled = config.enabled();
        this.slow = config.slow();
    }

    boolean isEnabled() {
        return enabled;
    }

    /** Whether {@code card} is the one about which nothing can be found out. */
    public boolean isUndetermined(InsuredCard card) {
        return enabled
                && SandboxBehaviour.of(card)
                        .filter(SandboxBehaviour.UNDETERMINED::equals)
                        .isPresent();
    }

    /** {@code answer}, unless something else is to happen with {@code card} first. */
    public <T> Uni<T> around(InsuredCard card, Uni<T> answer) {
        if (!enabled) {
            return answer;
        }
        return SandboxBehaviour.of(card)
                .map(behaviour -> switch (behaviour) {
                    case UNDETERMINED -> Uni.createFrom().<T>failure(ProblemType.UNDETERMINED.exception());
                    case THROTTLED -> Uni.createFrom().<T>failure(ProblemType.TOO_MANY_REQUESTS.exception());
                    case SLOW -> answer.onItem().delayIt().by(slow);
                })
                .orElse(answer);
    }
}
