package jp.shikaku.registration.deadline;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.deadline.DeadlineClock;
import jp.shikaku.contracts.deadline.DeadlineState;
import jp.shikaku.contracts.deadline.DeadlineSummary;
import jp.shikaku.contracts.deadline.PartyDeadlines;
import jp.shikaku.contracts.time.JapanTime;

/** Counts the periods of reports. */
@ApplicationScoped
class DeadlineTallies {

    /** How long ago the last day of a done period may be for it to be counted. */
    private static final int DONE_DAYS = 30;

    /** $1 is today, $2 the last day that is near. */
    private static final String RUNNING =
            """
            select '%1$s' as clock,
                case when %2$s < $1 then 'OVERDUE' when %2$s <= $2 then 'DUE_SOON' else 'ON_TIME' end as state,
                count(*) as n
            from report r where %3$s%4$s group by 2""";

    private static final String ENDED =
            """
            select '%1$s' as clock, case when %2$s then 'DONE_LATE' else 'DONE' end as state, count(*) as n
            from report r where %3$s and %5$s >= $3%4$s group by 2""";

    private static final String HELD =
            """
            select 'HELD' as clock, 'HELD' as state, count(*) as n
            from report r
            where r.state = 'REGISTERED' and r.insurer_due_on is not null
                and r.enrolment_id in (select enrolment_id from hold where state = 'OPEN')%s""";

    private static final String BY_PARTY =
            """
            select r.%1$s as number,
                count(*) filter (where %2$s > $2) as on_time,
                count(*) filter (where %2$s between $1 and $2) as due_soon,
                count(*) filter (where %2$s < $1) as overdue,
                min(%2$s) as oldest_due_on
            from report r where %3$s and r.%1$s > $3 group by r.%1$s order by r.%1$s limit $4""";

    private final Pool pool;
    private final DeadlineStates states;
    private final Clock clock;

    DeadlineTallies(Pool pool, DeadlineStates states, Clock clock) {
        this.pool = pool;
        this.states = states;
        this.clock = clock;
    }

    /** All that somebody may see. */
    Uni<DeadlineSummary> summary(Asker asker) {
        Instant now = clock.instant();
        LocalDate today = JapanTime.dateOf(now);
        LocalDate doneDueFrom = today.minusDays(DONE_DAYS);
        List<String> parts = new ArrayList<>();
        clocks(asker).forEach(columns -> {
            parts.add(running(columns, whose(asker)));
            parts.add(ENDED.formatted(columns.clock(), columns.late(), columns.ended(), whose(asker), columns.due()));
        });
        if (asker.seesDoubts()) {
            parts.add(HELD.formatted(whose(asker)));
        }
        Tuple values = Tuple.of(today, states.lastNear(today), doneDueFrom);
        number(asker).ifPresent(values::addString);
        return pool.preparedQuery(String.join(" union all ", parts))
                .execute(values)
                .map(rows -> {
                    Map<DeadlineClock, Map<DeadlineState, Long>> counts = zero(asker);
                    Long[] held = {asker.seesDoubts() ? 0L : null};
                    rows.forEach(row -> {
                        if (row.getString("clock").equals("HELD")) {
                            held[0] = row.getLong("n");
                        } else {
                            counts.get(DeadlineClock.valueOf(row.getString("clock")))
                                    .put(DeadlineState.valueOf(row.getString("state")), row.getLong("n"));
                        }
                    });
                    return new DeadlineSummary(JapanTime.wire(now), doneDueFrom, counts, held[0]);
                });
    }

    /** What runs, of everybody. */
    Uni<Map<DeadlineClock, Map<DeadlineState, Long>>> running() {
        LocalDate today = JapanTime.today(clock);
        Asker all = new Asker.Operator();
        String query =
                clocks(all).stream().map(columns -> running(columns, "")).collect(Collectors.joining(" union all "));
        return pool.preparedQuery(query)
                .execute(Tuple.of(today, states.lastNear(today)))
                .map(rows -> {
                    Map<DeadlineClock, Map<DeadlineState, Long>> counts = zero(all);
                    rows.forEach(row -> counts.get(DeadlineClock.valueOf(row.getString("clock")))
                            .put(DeadlineState.valueOf(row.getString("state")), row.getLong("n")));
                    return counts;
                });
    }

    /**
     * What runs, by the party that is waited for, in the order of their numbers.
     *
     * @param after the last number already known; empty for the first
     */
    Uni<List<PartyDeadlines>> byParty(DeadlineClock which, String after, int limit) {
        LocalDate today = JapanTime.today(clock);
        ClockColumns columns = ClockColumns.of(which);
        String party = which == DeadlineClock.EMPLOYER ? "employer_number" : "insurer_number";
        return pool.preparedQuery(BY_PARTY.formatted(party, columns.due(), columns.runs()))
                .execute(Tuple.of(today, states.lastNear(today), after, limit))
                .map(rows -> rows.stream()
                        .map(row -> new PartyDeadlines(
                                row.getString("number"),
                                row.getLong("on_time"),
                                row.getLong("due_soon"),
                                row.getLong("overdue"),
                                row.getLocalDate("oldest_due_on")))
                        .toList());
    }

    private static String running(ClockColumns columns, String whose) {
        return RUNNING.formatted(columns.clock(), columns.due(), columns.runs(), whose);
    }

    private static List<ClockColumns> clocks(Asker asker) {
        return List.of(DeadlineClock.values()).stream()
                .filter(asker::seesClock)
                .map(ClockColumns::of)
                .toList();
    }

    private static String whose(Asker asker) {
        if (asker instanceof Asker.Employer) {
            return " and r.employer_number = $4";
        }
        return asker instanceof Asker.Insurer ? " and r.insurer_number = $4" : "";
    }

    private static Optional<String> number(Asker asker) {
        if (asker instanceof Asker.Employer employer) {
            return Optional.of(employer.number().value());
        }
        return asker instanceof Asker.Insurer insurer
                ? Optional.of(insurer.number().value())
                : Optional.empty();
    }

    private static Map<DeadlineClock, Map<DeadlineState, Long>> zero(Asker asker) {
        Map<DeadlineClock, Map<DeadlineState, Long>> counts = new EnumMap<>(DeadlineClock.class);
        clocks(asker).forEach(columns -> {
            Map<DeadlineState, Long> byState = new EnumMap<>(DeadlineState.class);
            for (DeadlineState state : DeadlineState.values()) {
                byState.put(state, 0L);
            }
            counts.put(columns.clock(), byState);
        });
        return counts;
    }
}
