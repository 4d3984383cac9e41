package jp.shikaku.eligibility.confirmation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import jp.shikaku.contracts.confirmation.PrescriptionForm;
import jp.shikaku.contracts.coverage.Validity;
import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.contracts.number.InstitutionCode;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.person.SubjectKey;
import jp.shikaku.eligibility.audit.LookRecord;
import jp.shikaku.kit.database.GroupCommit;
import jp.shikaku.kit.database.RowsInsert;

/** The confirmation table. A confirmation and the record of its look are written together or not at all (R6). */
@ApplicationScoped
class ConfirmationStore {

    private static final String COLUMNS =
            """
            confirmation_number, institution_code, asked_at, insurer_number, symbol, number, branch, birth_date, as_of, \
            correlation_id, validity, prescription_form, subject_key, person_key, enrolment_id, certificate_key""";

    private static final String FIND =
            "select %s from confirmation where confirmation_number = any($1)".formatted(COLUMNS);

    private static final String FIND_BY_KEY =
            "select %s, request_hash from confirmation where institution_code = $1 and idempotency_key = $2"
                    .formatted(COLUMNS);

    private static final String LATEST =
            """
            select %s from confirmation
            where institution_code = $1%s and asked_at >= $2 and ($3::text is null or (asked_at, confirmation_number) < (
                select asked_at, confirmation_number from confirmation
                where confirmation_number = $3 and institution_code = $1))
            order by asked_at desc, confirmation_number desc limit $4""";

    private static final String OF_INSTITUTION = LATEST.formatted(COLUMNS, "");

    /** Apart, so that the database plans for the id. */
    private static final String OF_CORRELATION = LATEST.formatted(COLUMNS, " and correlation_id = $5");

    private static final byte[] NO_HASH = {};

    private static final RowsInsert<Kept> ROWS = RowsInsert.<Kept>into("confirmation")
            .text("confirmation_number", it -> it.confirmation().number().value())
            .text("institution_code", it -> it.confirmation().institution().value())
            .moment("asked_at", it -> it.confirmation().askedAt())
            .text("insurer_number", it -> it.asked().insurer())
            .text("symbol", it -> it.asked().symbol())
            .text("number", it -> it.asked().number())
            .text("branch", it -> it.asked().branch())
            .date("birth_date", it -> it.asked().birthDate())
            .date("as_of", it -> it.confirmation().question().asOf())
            .text("correlation_id", it -> it.confirmation().question().correlationId())
            .integer("validity", it -> it.confirmation().validity().code())
            .code("prescription_form", it -> it.confirmation().prescription())
            .text("subject_key", it -> it.asked().subject())
            .text("person_key", it -> it.person().map(PersonKey::value).orElse(null))
            .uuid("enrolment_id", it -> it.confirmation().enrolmentId())
            .text("certificate_key", it -> it.asked().certificate())
            .text(
                    "idempotency_key",
                    it -> it.submission().map(Submission::idempotencyKey).orElse(null))
            .bytes(
                    "request_hash",
                    it -> it.submission().map(Submission::fingerprint).orElse(NO_HASH))
            .build();

    /**
     * Writes neither a confirmation nor its look when its idempotency key was used before. In the order of the keys, so
     * that two who repeat each other's wait for one another and never in a circle. Shorter than 2,048 characters: the
     * client prepares longer statements anew each time.
     */
    private static final String KEEP =
            """
            with kept as (
                %s %s order by 2, 17
                on conflict (institution_code, idempotency_key) where idempotency_key is not null do nothing
                returning confirmation_number)
            %s %s join kept k using (confirmation_number) returning confirmation_number"""
                    .formatted(
                            ROWS.into(),
                            ROWS.select(1),
                            LookRecord.ROWS.into(),
                            LookRecord.ROWS.selectFromRows(ROWS.size() + 1));

    /** From 40 rows on a statement costs the same a row. */
    private static final int LARGEST = 48;

    private final Pool pool;
    private final Pool desk;
    private final GroupCommit<Kept, Boolean> groups;

    ConfirmationStore(
            Pool pool,
            @ReactiveDataSource("desk") Pool desk,
            @ConfigProperty(name = "shikaku.confirmation.groups") int groupsAtOnce,
            @ConfigProperty(name = "shikaku.confirmation.answer-within") Duration answerWithin) {
        this.pool = pool;
        this.desk = desk;
        this.groups =
                new GroupCommit<>(groupsAtOnce, LARGEST, answerWithin, this::keepAll, ConfirmationStore::mayBeOfOne);
    }

    /** What is to be written of one answer; without a submission it is never compared with a repetition. */
    private record Kept(Decided decided, AskedBy asked, Optional<Submission> submission) {

        static Kept of(Decided decided, Optional<Submission> submission) {
            return new Kept(decided, AskedBy.of(decided.confirmation()), submission);
        }

        Confirmation confirmation() {
            return decided.confirmation();
        }

        Optional<PersonKey> person() {
            return Optional.ofNullable(confirmation().personKey());
        }
    }

    /** A confirmation of an earlier request with the same idempotency key. */
    record Earlier(Confirmation confirmation, byte[] fingerprint) {}

    /**
     * Keeps a confirmation and its look, together with those that come at the same moment (ADR 28).
     *
     * @return whether it was kept; {@code false} when the key was used before
     */
    Uni<Boolean> keep(Decided decided, Submission submission) {
        return groups.submit(Kept.of(decided, Optional.of(submission)));
    }

    /** A value that the table refuses is somebody's own; that the table cannot be reached is everybody's. */
    private static boolean mayBeOfOne(Throwable failure) {
        return failure instanceof PgException refused
                && refused.getSqlState() != null
                && refused.getSqlState().matches("(2[23]|40).*");
    }

    private Uni<List<Boolean>> keepAll(List<Kept> group) {
        List<Object> parameters = new ArrayList<>(ROWS.arrays(group));
        parameters.addAll(LookRecord.ROWS.arrays(
                group.stream().map(kept -> kept.decided().look()).toList()));
        return desk.preparedQuery(KEEP).execute(Tuple.from(parameters)).map(rows -> {
            Set<String> kept = new HashSet<>();
            rows.forEach(row -> kept.add(row.getString("confirmation_number")));
            return group.stream()
                    .map(it -> kept.contains(it.confirmation().number().value()))
                    .toList();
        });
    }

    /** Keeps all or fails; their looks are to be recorded in the same transaction. */
    Uni<Void> keep(SqlConnection transaction, List<Decided> decided) {
        return ROWS.execute(
                transaction,
                decided.stream().map(it -> Kept.of(it, Optional.empty())).toList());
    }

    Uni<Optional<Confirmation>> find(ConfirmationNumber number) {
        return find(pool, List.of(number)).map(found -> found.stream().findFirst());
    }

    /** The confirmations with these numbers, in any order. */
    Uni<List<Confirmation>> find(SqlClient client, Collection<ConfirmationNumber> numbers) {
        String[] values = numbers.stream().map(ConfirmationNumber::value).toArray(String[]::new);
        return client.preparedQuery(FIND)
                .execute(Tuple.tuple().addValue(values))
                .map(rows -> rows.stream().map(ConfirmationStore::confirmation).toList());
    }

    /** The confirmations of an institution, the latest first. */
    Uni<List<Confirmation>> list(InstitutionCode institution, HistoryRequest request) {
        Instant since = Optional.ofNullable(request.since()).orElse(Instant.EPOCH);
        Tuple parameters = Tuple.of(
                institution.value(),
                since.atOffset(ZoneOffset.UTC),
                request.after() == null ? null : request.after().value(),
                request.limit());
        boolean all = request.correlationId() == null;
        return pool.preparedQuery(all ? OF_INSTITUTION : OF_CORRELATION)
                .execute(all ? parameters : parameters.addString(request.correlationId()))
                .map(rows -> rows.stream().map(ConfirmationStore::confirmation).toList());
    }

    Uni<Optional<Earlier>> findByKey(InstitutionCode institution, String idempotencyKey) {
        return pool.preparedQuery(FIND_BY_KEY)
                .execute(Tuple.of(institution.value(), idempotencyKey))
                .map(rows -> first(rows)
                        .map(row -> new Earlier(
                                confirmation(row), row.getBuffer("request_hash").getBytes())));
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return rows.stream().findFirst();
    }

    private static Confirmation confirmation(Row row) {
        String person = row.getString("person_key");
        String subject = row.getString("subject_key");
        return new Confirmation(
                new ConfirmationNumber(row.getString("confirmation_number")),
                InstitutionCode.of(row.getString("institution_code")),
                row.getOffsetDateTime("asked_at").toInstant(),
                AskedBy.question(row),
                subject == null ? null : SubjectKey.of(subject),
                Validity.ofCode(row.getShort("validity")),
                PrescriptionForm.valueOf(row.getString("prescription_form")),
                person == null ? null : PersonKey.of(person),
                row.getUUID("enrolment_id"));
    }
}
