package jp.shikaku.registration.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import jp.shikaku.contracts.deadline.Deadline;
import jp.shikaku.contracts.deadline.DeadlineClock;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.kit.request.PageRequest;
import jp.shikaku.registration.deadline.DeadlineStore.Period;

/** The periods of reports, as each party and the operator see them. */
@ApplicationScoped
class Deadlines {

    /** Of an export: enough for few round trips, little enough to hold. */
    private static final int AT_ONCE = 1000;

    private final DeadlineStore store;
    private final DeadlineStates states;
    private final Clock clock;

    Deadlines(DeadlineStore store, DeadlineStates states, Clock clock) {
        this.store = store;
        this.states = states;
        this.clock = clock;
    }

    Uni<Page<Deadline>> list(Asker asker, DeadlineFilter filter, PageRequest page) {
        LocalDate today = JapanTime.today(clock);
        return part(asker, filter, today, page.after(), page.limitPlusOne())
                .map(found -> page.toPage(found, deadline -> deadline.reportId().toString()));
    }

    /** The beginning of a long list. */
    Uni<List<Deadline>> first(Asker asker, DeadlineFilter filter) {
        return part(asker, filter, JapanTime.today(clock), null, AT_ONCE);
    }

    /** What follows {@code first} in that list, in parts, each read when it is asked for. */
    Multi<List<Deadline>> rest(Asker asker, DeadlineFilter filter, List<Deadline> first) {
        if (first.size() < AT_ONCE) {
            return Multi.createFrom().empty();
        }
        LocalDate today = JapanTime.today(clock);
        return Multi.createBy()
                .repeating()
                .uni(() -> new Cursor(last(first)), cursor -> part(asker, filter, today, cursor.after, AT_ONCE)
                        .invoke(cursor::moveBehind))
                .until(List::isEmpty);
    }

    private static final class Cursor {

        private UUID after;

        private Cursor(UUID after) {
            this.after = after;
        }

        private void moveBehind(List<Deadline> part) {
            if (!part.isEmpty()) {
                after = last(part);
            }
        }
    }

    private static UUID last(List<Deadline> part) {
        return part.get(part.size() - 1).reportId();
    }

    private Uni<List<Deadline>> part(Asker asker, DeadlineFilter filter, LocalDate today, UUID after, int limit) {
        return store.list(filter, today, after, limit).map(found -> found.stream()
                .map(period -> seenBy(asker, filter.clock(), period, today))
                .toList());
    }

    private Deadline seenBy(Asker asker, DeadlineClock which, Period period, LocalDate today) {
        LocalDate doneOn = period.doneAt() == null
                ? null
                : JapanTime.dateOf(period.doneAt().toInstant());
        return new Deadline(
                period.reportId(),
                period.kind(),
                period.reportState(),
                which,
                states.of(period.dueOn(), doneOn, today),
                period.employer(),
                period.insurer(),
                asker.seesReferences() ? period.reference() : null,
                period.since(),
                period.dueOn(),
                doneOn == null ? (int) ChronoUnit.DAYS.between(today, period.dueOn()) : null,
                wire(period.doneAt()),
                asker.seesDoubts() ? wire(period.heldSince()) : null);
    }

    private static OffsetDateTime wire(OffsetDateTime moment) {
        return moment == null ? null : JapanTime.wire(moment.toInstant());
    }
}
