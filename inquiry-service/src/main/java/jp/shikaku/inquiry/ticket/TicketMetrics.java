package jp.shikaku.inquiry.ticket;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.ticket.TicketChannel;

/** Figures of the inquiries; what each means is told in {@code docs/metrics.md}. */
@ApplicationScoped
class TicketMetrics {

    private static final long COUNT_EVERY_MILLIS = 60_000;

    /** Not at once: what a replica needs to be ready asks first. */
    private static final long FIRST_COUNT_MILLIS = 1000;

    private static final String COUNT =
            """
            select count(*) filter (where due_at is not null and assignee is null) as waiting,
                count(*) filter (where due_at is not null and assignee is not null) as assigned,
                count(*) filter (where due_at < $1) as overdue
            from ticket where due_at is not null""";

    private static final String[] GAUGES = {"waiting", "assigned", "overdue"};

    private final Pool pool;
    private final Vertx vertx;
    private final MeterRegistry registry;
    private final Clock clock;
    private final Map<String, Double> counted = new ConcurrentHashMap<>();
    private volatile long timer;

    TicketMetrics(Pool pool, Vertx vertx, MeterRegistry registry, Clock clock) {
        this.pool = pool;
        this.vertx = vertx;
        this.registry = registry;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        for (String gauge : GAUGES) {
            Gauge.builder("shikaku.tickets.owed", counted, values -> values.getOrDefault(gauge, Double.NaN))
                    .tag("standing", gauge)
                    .description("Inquiries to which the hotline owes an answer")
                    .register(registry);
        }
        // From the first moment on: what has not happened yet is nought, and an increase over nought is seen.
        Arrays.stream(TicketChannel.values()).forEach(this::counter);
        Stream.of(true, false).forEach(this::answered);
        timer = vertx.setPeriodic(FIRST_COUNT_MILLIS, COUNT_EVERY_MILLIS, tick -> count());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    void received(TicketChannel channel) {
        counter(channel).increment();
    }

    private Counter counter(TicketChannel channel) {
        return Counter.builder("shikaku.tickets.received")
                .tag("channel", channel.name().toLowerCase(Locale.ROOT))
                .description("Inquiries that were received")
                .register(registry);
    }

    /** @param late whether that was after it was due */
    void answered(Instant received, Instant answered, boolean late) {
        answered(late).record(Duration.between(received, answered));
    }

    private Timer answered(boolean late) {
        return Timer.builder("shikaku.tickets.answered")
                .tag("late", Boolean.toString(late))
                .description("First answers, by the time since the inquiry was received")
                .register(registry);
    }

    private void count() {
        pool.preparedQuery(COUNT)
                .execute(Tuple.of(clock.instant().atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.iterator().next())
                .subscribe()
                .with(
                        row -> {
                            for (String gauge : GAUGES) {
                                counted.put(gauge, row.getLong(gauge).doubleValue());
                            }
                        },
                        failure -> counted.clear());
    }
}
