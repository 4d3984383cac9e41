package jp.shikaku.inquiry.ticket;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
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
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.ticket.TicketChannel;
import jp.shikaku.kit.figure.Counted;
import jp.shikaku.kit.figure.Figures;

/** Figures of the inquiries; what each means is told in {@code docs/metrics.md}. */
@ApplicationScoped
class TicketMetrics {

    private static final Duration COUNT_EVERY = Duration.ofMinutes(1);

    private static final String COUNT =
            """
            select count(*) filter (where due_at is not null and assignee is null) as waiting,
                count(*) filter (where due_at is not null and assignee is not null) as assigned,
                count(*) filter (where due_at < $1) as overdue
            from ticket where due_at is not null""";

    /** The columns of the count. */
    private static final List<String> STANDINGS = List.of("waiting", "assigned", "overdue");

    private final Pool pool;
    private final Figures figures;
    private final MeterRegistry registry;
    private final Clock clock;

    TicketMetrics(Pool pool, Figures figures, MeterRegistry registry, Clock clock) {
        this.pool = pool;
        this.figures = figures;
        this.registry = registry;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        Counted<Row> owed = figures.counted(COUNT_EVERY, this::count);
        for (String standing : STANDINGS) {
            owed.gauge(
                    "shikaku.tickets.owed",
                    "Inquiries to which the hotline owes an answer",
                    Tags.of("standing", standing),
                    row -> row.getLong(standing));
        }
        // From the first moment on: what has not happened yet is nought, and an increase over nought is seen.
        Arrays.stream(TicketChannel.values()).forEach(this::counter);
        Stream.of(true, false).forEach(this::answered);
    }

    void received(TicketChannel channel) {
        counter(channel).increment();
    }

    private Counter counter(TicketChannel channel) {
        return Counter.builder("shikaku.tickets.received")
                .tag("channel", Counted.tag(channel))
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

    private Uni<Row> count() {
        return pool.preparedQuery(COUNT)
                .execute(Tuple.of(clock.instant().atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.iterator().next());
    }
}
