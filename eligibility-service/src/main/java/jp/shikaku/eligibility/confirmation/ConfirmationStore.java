package jp.shikaku.eligibility.confirmation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.confirmation.PrescriptionForm;
import jp.shikaku.contracts.coverage.Validity;
import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.contracts.number.InstitutionCode;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.person.SubjectKey;
import jp.shikaku.eligibility.audit.LookRecord;
import jp.shikaku.kit.database.RowsInsert;

/** The confirmation table. A confirmation and the record of its look are written together or not at all (R6). */
@ApplicationScoped
class ConfirmationStore {

    private static final String COLUMNS =
            """
            confirmation_number, institution_code, asked_at, insurer_number, symbol, number, branch, birth_date, as_of, \
            correlation_id, validity, prescription_form, subject_key, person_key, enrolment_id, certificate_key""";

    private static final int KEEP_PARAMETERS = 18;

    /** Writes nothing, the look included, when the idempotency key was used before. */
    private static final String KEEP =
            """
            with kept as (
                insert into confirmation (%s, idempotency_key, request_hash)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
                on conflict (institution_code, idempotency_key) where idempotency_key is not null do nothing
                returning confirmation_number)
            insert into look (%s) select %s from kept"""
                    .formatted(COLUMNS, LookRecord.COLUMNS, LookRecord.placeholders(KEEP_PARAMETERS + 1));

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

    /** Those that come without an idempotency key, and are never compared with a repetition. */
    private static final RowsInsert<Confirmation> KEEP_ALL = RowsInsert.<Confirmation>into("confirmation")
            .text("confirmation_number", it -> it.number().value())
            .text("institution_code", it -> it.institution().value())
            .moment("asked_at", Confirmation::askedAt)
            .text("insurer_number", it -> AskedBy.of(it).insurer())
            .text("symbol", it -> AskedBy.of(it).symbol())
            .text("number", it -> AskedBy.of(it).number())
            .text("branch", it -> AskedBy.of(it).branch())
            .date("birth_date", it -> AskedBy.of(it).birthDate())
            .date("as_of", it -> it.question().asOf())
            .text("correlation_id", it -> it.question().correlationId())
            .integer("validity", it -> it.validity().code())
            .code("prescription_form", Confirmation::prescription)
            .text("subject_key", it -> AskedBy.of(it).subject())
            .text(
                    "person_key",
                    it -> it.personKey() == null ? null : it.personKey().value())
            .uuid("enrolment_id", Confirmation::enrolmentId)
            .bytes("request_hash", it -> NO_HASH)
            .build();

    private final Pool pool;

    ConfirmationStore(Pool pool) {
        this.pool = pool;
    }

    /** A confirmation of an earlier request with the same idempotency key. */
    record Earlier(Confirmation confirmation, byte[] fingerprint) {}

    /**
     * Keeps a confirmation and its look.
     *
     * @return whether it was kept; {@code false} when the key was used before
     */
    Uni<Boolean> keep(Decided decided, Submission submission) {
        Confirmation confirmation = decided.confirmation();
        AskedBy asked = AskedBy.of(confirmation);
        Tuple parameters = Tuple.from(Arrays.asList(
                confirmation.number().value(),
                confirmation.institution().value(),
                confirmation.askedAt().atOffset(ZoneOffset.UTC),
                asked.insurer(),
                asked.symbol(),
                asked.number(),
                asked.branch(),
                asked.birthDate(),
                confirmation.question().asOf(),
                confirmation.question().correlationId(),
                (short) confirmation.validity().code(),
                confirmation.prescription().name(),
                asked.subject(),
                confirmation.personKey() == null
                        ? null
                        : confirmation.personKey().value(),
                confirmation.enrolmentId(),
                asked.certificate(),
                submission.idempotencyKey(),
                Buffer.buffer(submission.fingerprint())));
        decided.look().addTo(parameters);
        return pool.preparedQuery(KEEP).execute(parameters).map(rows -> rows.rowCount() == 1);
    }

    /** Keeps all or fails; their looks are to be recorded in the same transaction. */
    Uni<Void> keep(SqlConnection transaction, List<Confirmation> confirmations) {
        return KEEP_ALL.execute(transaction, confirmations);
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
