package jp.shikaku.registration.resident;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.person.Sex;
import jp.shikaku.registration.check.RegisterAnswer;
import jp.shikaku.registration.individual.FiveItems;

/** The resident register of a system that has no line to the real one: a table that the operator loads. */
@ApplicationScoped
@Typed(ResidentTable.class)
class ResidentTable implements ResidentRegister {

    private static final String FIND =
            "select person_key, name, name_kana, birth_date, sex, address from resident where person_key = any($1)";

    private static final String STORE =
            """
            insert into resident (person_key, name, name_kana, birth_date, sex, address, stored_at)
            values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (person_key) do update set
                name = excluded.name, name_kana = excluded.name_kana, birth_date = excluded.birth_date,
                sex = excluded.sex, address = excluded.address, stored_at = excluded.stored_at""";

    private final Pool pool;
    private final Clock clock;

    ResidentTable(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public Uni<Map<PersonKey, RegisterAnswer>> findAll(List<RegisterQuestion> questions) {
        String[] persons =
                questions.stream().map(question -> question.person().value()).toArray(String[]::new);
        return pool.preparedQuery(FIND).execute(Tuple.of((Object) persons)).map(rows -> {
            Map<PersonKey, RegisterAnswer> answers = new HashMap<>();
            questions.forEach(question -> answers.put(question.person(), new RegisterAnswer.Unknown()));
            rows.forEach(row -> answers.put(PersonKey.of(row.getString("person_key")), found(row)));
            return answers;
        });
    }

    /** Stores all or none. Of two entries for one person the later counts. */
    Uni<Void> store(List<Resident> residents) {
        if (residents.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        // In one order, so that two loads of the same persons wait for each other and never in a circle.
        List<Tuple> rows = residents.stream()
                .sorted(Comparator.comparing(resident -> resident.person().value()))
                .map(resident -> row(resident, now))
                .toList();
        return pool.withTransaction(
                        connection -> connection.preparedQuery(STORE).executeBatch(rows))
                .replaceWithVoid();
    }

    private static Tuple row(Resident resident, OffsetDateTime now) {
        FiveItems items = resident.items();
        return Tuple.from(List.of(
                resident.person().value(),
                items.name(),
                items.nameKana(),
                items.birthDate(),
                items.sex().code(),
                items.address(),
                now));
    }

    private static RegisterAnswer found(Row row) {
        return new RegisterAnswer.Found(new FiveItems(
                row.getString("name"),
                row.getString("name_kana"),
                row.getLocalDate("birth_date"),
                Sex.ofCode(row.getString("sex")),
                row.getString("address")));
    }
}
