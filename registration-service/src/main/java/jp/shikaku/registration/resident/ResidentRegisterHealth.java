package jp.shikaku.registration.resident;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells how the line to the resident register stands. Always up: without the register records are taken in and wait, and
 * a service that nobody can reach would take in none.
 */
@Readiness
class ResidentRegisterHealth implements HealthCheck {

    private final RegisterLine line;
    private final ResidentRegisterConfig config;

    ResidentRegisterHealth(RegisterLine line, ResidentRegisterConfig config) {
        this.line = line;
        this.config = config;
    }

    @Override
    public HealthCheckResponse call() {
        boolean table = config.kind() == ResidentRegisterConfig.Kind.TABLE;
        return HealthCheckResponse.named("resident-register")
                .up()
                .withData("standing", table ? "local table" : line.standing())
                .build();
    }
}
