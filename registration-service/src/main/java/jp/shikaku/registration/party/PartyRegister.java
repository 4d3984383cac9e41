package jp.shikaku.registration.party;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.number.CorporateNumber;
import jp.shikaku.contracts.number.InsurerNumber;

/** The insurers and employers that take part. */
@ApplicationScoped
public class PartyRegister {

    /** A row that was not there has no earlier transaction in xmax. */
    private static final String ENTER =
            """
            insert into %1$s (%1$s_number, name, registered_at) values ($1, $2, $3)
            on conflict (%1$s_number) do update set name = excluded.name
            returning xmax = 0 as new""";

    private static final String ENTER_INSURER = ENTER.formatted("insurer");
    private static final String ENTER_EMPLOYER = ENTER.formatted("employer");

    private final Pool pool;
    private final Clock clock;

    /** Nobody is ever struck off, so that who was found once needs no second look: no more than there are in the land. */
    private final Set<InsurerNumber> found = ConcurrentHashMap.newKeySet();

    PartyRegister(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    public Uni<Boolean> knows(InsurerNumber insurer) {
        if (found.contains(insurer)) {
            return Uni.createFrom().item(true);
        }
        return pool.preparedQuery("select 1 from insurer where insurer_number = $1")
                .execute(Tuple.of(insurer.value()))
                .map(rows -> rows.size() > 0)
                .invoke(isKnown -> {
                    if (isKnown) {
                        found.add(insurer);
                    }
                });
    }

    /** Whether the insurer was not known before; a known one gets the name. */
    Uni<Boolean> enter(InsurerNumber insurer, String name) {
        return enter(ENTER_INSURER, insurer.value(), name);
    }

    /** Whether the employer was not known before; a known one gets the name. */
    Uni<Boolean> enter(CorporateNumber employer, String name) {
        return enter(ENTER_EMPLOYER, employer.value(), name);
    }

    private Uni<Boolean> enter(String statement, String number, String name) {
        return pool.preparedQuery(statement)
                .execute(Tuple.of(number, name, clock.instant().atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.iterator().next().getBoolean("new"));
    }
}
