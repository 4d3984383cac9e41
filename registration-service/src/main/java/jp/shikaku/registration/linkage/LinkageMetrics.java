package jp.shikaku.registration.linkage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;

import jp.shikaku.contracts.linkage.LinkageStatus;
import jp.shikaku.kit.figure.Counted;
import jp.shikaku.kit.figure.Figures;
import jp.shikaku.registration.linkage.Announcement.Priority;

/** Figures of the linkage for whoever watches over it; what each means is told in {@code docs/metrics.md}. */
@ApplicationScoped
class LinkageMetrics {

    private static final Duration COUNT_EVERY = Duration.ofSeconds(10);

    private final Figures figures;
    private final Backlog backlog;
    private final Clock clock;
    private final Counter refused;
    private final List<Timer> delays;
    private volatile LinkageStatus known;

    LinkageMetrics(MeterRegistry registry, Figures figures, Backlog backlog, Clock clock) {
        this.figures = figures;
        this.backlog = backlog;
        this.clock = clock;
        this.refused = Counter.builder("shikaku.linkage.refused")
                .description("Versions that eligibility refused for good")
                .register(registry);
        this.delays = Stream.of(Priority.values())
                .map(priority -> Timer.builder("shikaku.linkage.delivered")
                        .description("Versions that eligibility has, by the time from clearing to there")
                        .tag("priority", Counted.tag(priority))
                        .serviceLevelObjectives(
                                Duration.ofMillis(100),
                                Duration.ofMillis(250),
                                Duration.ofMillis(500),
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(5),
                                Duration.ofMinutes(1),
                                Duration.ofHours(1))
                        .register(registry))
                .toList();
    }

    void start(@Observes StartupEvent event) {
        Counted<LinkageStatus> outbox = figures.counted(COUNT_EVERY, this::count);
        for (Priority priority : Priority.values()) {
            Tags tags = Tags.of("priority", Counted.tag(priority));
            int place = priority.ordinal();
            outbox.gauge("shikaku.linkage.pending", "Versions that wait to be sent", tags, status -> status.waiting()
                    .get(place)
                    .pending());
            outbox.gauge("shikaku.linkage.oldest.age", "Seconds that the oldest waits", tags, status -> status.waiting()
                    .get(place)
                    .oldestAgeSeconds());
        }
        outbox.gauge(
                "shikaku.linkage.dead",
                "Versions laid aside until an operator retries them",
                LinkageStatus::deadLetters);
    }

    void delivered(List<OutboxItem> items) {
        Instant now = clock.instant();
        items.forEach(item -> delays.get(item.priority().ordinal()).record(Duration.between(item.queuedAt(), now)));
    }

    void refused(int versions) {
        refused.increment(versions);
    }

    /** As it was known last while it cannot be counted: an alarm does not end because of that. */
    private Uni<LinkageStatus> count() {
        return backlog.status().invoke(status -> known = status).onFailure().recoverWithItem(() -> known);
    }
}
