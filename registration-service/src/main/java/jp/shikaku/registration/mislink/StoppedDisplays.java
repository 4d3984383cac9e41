package jp.shikaku.registration.mislink;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

import jp.shikaku.contracts.linkage.CoverageState;
import jp.shikaku.registration.linkage.Delivered;
import jp.shikaku.registration.linkage.DeliveredVersions;

/** Notes in the cases when eligibility had stopped the display. */
@Startup
@ApplicationScoped
class StoppedDisplays implements DeliveredVersions {

    private final MislinkStore store;
    private final Clock clock;
    private final Timer stopped;

    StoppedDisplays(MislinkStore store, Clock clock, MeterRegistry registry) {
        this.store = store;
        this.clock = clock;
        this.stopped = Timer.builder("shikaku.mislink.stopped")
                .description("Displays that were stopped, by the time from the report to there")
                .serviceLevelObjectives(Duration.ofMillis(250), Duration.ofSeconds(1), Duration.ofSeconds(5))
                .register(registry);
    }

    @Override
    public Uni<Void> delivered(SqlConnection transaction, List<Delivered> delivered) {
        List<UUID> gone = delivered.stream()
                .filter(it -> it.state() != CoverageState.VISIBLE)
                .map(Delivered::enrolmentId)
                .distinct()
                .toList();
        if (gone.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Instant now = clock.instant();
        return store.stopped(transaction, gone, now)
                .invoke(opened -> opened.forEach(at -> stopped.record(Duration.between(at, now))))
                .replaceWithVoid();
    }
}
