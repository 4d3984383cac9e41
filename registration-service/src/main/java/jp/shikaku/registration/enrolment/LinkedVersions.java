package jp.shikaku.registration.enrolment;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.linkage.CoverageState;
import jp.shikaku.registration.linkage.Delivered;
import jp.shikaku.registration.linkage.DeliveredVersions;

/** Marks what eligibility has applied. A version suspended or withdrawn meanwhile stays so. */
@ApplicationScoped
class LinkedVersions implements DeliveredVersions {

    /** The enrolments are locked: no version of theirs moves away from where it was found. */
    private static final String THOSE =
            """
            where ctid = any(array(
                select v.place from (select unnest($1::uuid[]) as enrolment_id, unnest($2::int[]) as version) d
                cross join lateral (
                    select ctid as place from enrolment_version
                    where enrolment_id = d.enrolment_id and %s offset 0) v))""";

    private static final String LINKED =
            "update enrolment_version set state = 'LINKED', linked_at = coalesce(linked_at, $3) "
                    + THOSE.formatted("version = d.version and state = 'CLEARED'");

    /** Also those that eligibility refused: the later version holds the whole state. */
    private static final String SUPERSEDED = "update enrolment_version set state = 'SUPERSEDED' "
            + THOSE.formatted("version < d.version and state in ('CLEARED', 'LINKED', 'SUSPENDED')");

    private final EnrolmentStore enrolments;
    private final Clock clock;

    LinkedVersions(EnrolmentStore enrolments, Clock clock) {
        this.enrolments = enrolments;
        this.clock = clock;
    }

    @Override
    public Uni<Void> lock(SqlConnection transaction, Collection<UUID> ids) {
        return enrolments.lock(transaction, ids).replaceWithVoid();
    }

    @Override
    public Uni<Void> delivered(SqlConnection transaction, List<Delivered> delivered) {
        List<Delivered> visible = delivered.stream()
                .filter(it -> it.state() == CoverageState.VISIBLE)
                .toList();
        List<Delivered> successors =
                delivered.stream().filter(it -> it.version() > 1).toList();
        return update(
                        transaction,
                        LINKED,
                        visible,
                        keys(visible).addValue(clock.instant().atOffset(ZoneOffset.UTC)))
                .flatMap(linked -> update(transaction, SUPERSEDED, successors, keys(successors)));
    }

    private static Uni<Void> update(SqlConnection transaction, String statement, List<Delivered> of, Tuple values) {
        return of.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.preparedQuery(statement).execute(values).replaceWithVoid();
    }

    private static Tuple keys(List<Delivered> delivered) {
        return Tuple.of(
                delivered.stream().map(Delivered::enrolmentId).toArray(UUID[]::new),
                delivered.stream().map(Delivered::version).toArray(Integer[]::new));
    }
}
