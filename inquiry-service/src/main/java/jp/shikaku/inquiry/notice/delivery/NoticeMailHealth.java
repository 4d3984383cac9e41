package jp.shikaku.inquiry.notice.delivery;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells what waits to be sent. Never down: mails wait, and everything else is answered. */
@Readiness
@ApplicationScoped
class NoticeMailHealth implements AsyncHealthCheck {

    private static final String NAME = "notice mail";

    private final MailDesk mails;

    NoticeMailHealth(MailDesk mails) {
        this.mails = mails;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return mails.state()
                .map(state -> HealthCheckResponse.named(NAME)
                        .up()
                        .withData("configured", state.configured())
                        .withData("waiting", state.waiting())
                        .withData("dead", state.dead())
                        .build())
                // That the database is away is said elsewhere.
                .onFailure()
                .recoverWithItem(HealthCheckResponse.up(NAME));
    }
}
