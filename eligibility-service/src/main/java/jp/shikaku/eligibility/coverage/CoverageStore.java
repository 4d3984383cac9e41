package jp.shikaku.eligibility.coverage;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.card.InsuredCard;
import jp.shikaku.contracts.confirmation.ShownCoverage;
import jp.shikaku.contracts.coverage.CoveragePeriod;
import jp.shikaku.contracts.coverage.FamilyRelation;
import jp.shikaku.contracts.coverage.LossReason;
import jp.shikaku.contracts.linkage.CoverageVersion;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.person.Sex;
import jp.shikaku.contracts.person.SubjectKey;

/** The coverage table. Each operation is one statement, so that it holds or does not, whatever else runs. */
@ApplicationScoped
public class CoverageStore {

    private static final String COLUMNS =
            """
            enrolment_id, person_key, insurer_number, symbol, number, branch, name, name_kana, sex, birth_date, \
            relation, acquired, lost, loss_reason, medical_info_allowed""";

    /** A version is applied only over an older one: replayed and reordered deliveries change nothing (R2). */
    private static final String APPLY =
            """
            insert into coverage (%s, version, content_hash, subject_key, state, applied_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
            on conflict (enrolment_id) do update set
                person_key = excluded.person_key, insurer_number = excluded.insurer_number, symbol = excluded.symbol,
                number = excluded.number, branch = excluded.branch, name = excluded.name,
                name_kana = excluded.name_kana, sex = excluded.sex, birth_date = excluded.birth_date,
                relation = excluded.relation, acquired = excluded.acquired, lost = excluded.lost,
                loss_reason = excluded.loss_reason, medical_info_allowed = excluded.medical_info_allowed,
                version = excluded.version, content_hash = excluded.content_hash, subject_key = excluded.subject_key,
                state = excluded.state, applied_at = excluded.applied_at
            where coverage.version < excluded.version
            returning version"""
                    .formatted(COLUMNS);

    /** Every visible coverage of every person who has, or had, the card. */
    private static final String OF_HOLDERS =
            """
            select %s from coverage
            where state = 'VISIBLE' and person_key in (
                select person_key from coverage where subject_key = $1 and birth_date = $2 and state = 'VISIBLE')
            order by acquired"""
                    .formatted(COLUMNS);

    private static final String VISIBLE_ONE =
            "select %s from coverage where enrolment_id = $1 and state = 'VISIBLE'".formatted(COLUMNS);

    private final Pool pool;
    private final Clock clock;

    CoverageStore(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** The visible coverages of everybody who matches card and birth date, oldest first; the rule sorts them out. */
    public Uni<List<Coverage>> ofHolders(SubjectKey subject, LocalDate birthDate) {
        return pool.preparedQuery(OF_HOLDERS)
                .execute(Tuple.of(subject.value(), birthDate))
                .map(CoverageStore::coverages);
    }

    /** The coverage of one enrolment, if it may still be shown. */
    public Uni<Optional<Coverage>> visible(UUID enrolmentId) {
        return pool.preparedQuery(VISIBLE_ONE).execute(Tuple.of(enrolmentId)).map(rows -> coverages(rows).stream()
                .findFirst());
    }

    /** What a version number and content stand for once they were compared with the table. */
    enum Applied {
        NOW,
        BEFORE,
        STALE,
        CONFLICT
    }

    Uni<Applied> apply(UUID enrolmentId, int version, CoverageVersion content, SubjectKey subject) {
        byte[] hash = ContentHash.of(content);
        return pool.preparedQuery(APPLY)
                .execute(row(enrolmentId, version, content, subject, hash))
                .flatMap(rows -> rows.size() == 1
                        ? Uni.createFrom().item(Applied.NOW)
                        : compareWithApplied(enrolmentId, version, hash));
    }

    private Uni<Applied> compareWithApplied(UUID enrolmentId, int version, byte[] hash) {
        return pool.preparedQuery("select version, content_hash from coverage where enrolment_id = $1")
                .execute(Tuple.of(enrolmentId))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    if (row.getInteger("version") > version) {
                        return Applied.STALE;
                    }
                    return Arrays.equals(row.getBuffer("content_hash").getBytes(), hash)
                            ? Applied.BEFORE
                            : Applied.CONFLICT;
                });
    }

    private Tuple row(UUID enrolmentId, int version, CoverageVersion content, SubjectKey subject, byte[] hash) {
        return Tuple.from(Arrays.asList(
                enrolmentId,
                content.personKey().value(),
                content.insurerNumber().value(),
                content.symbol(),
                content.number(),
                content.branch(),
                content.name(),
                content.nameKana(),
                content.sex().code(),
                content.birthDate(),
                content.relation().code(),
                content.acquired(),
                content.lost(),
                content.lossReason() == null ? null : content.lossReason().code(),
                content.medicalInfoAllowed(),
                version,
                Buffer.buffer(hash),
                subject.value(),
                content.state().name(),
                clock.instant().atOffset(ZoneOffset.UTC)));
    }

    private static List<Coverage> coverages(RowSet<Row> rows) {
        return rows.stream().map(CoverageStore::coverage).toList();
    }

    private static Coverage coverage(Row row) {
        ShownCoverage shown = new ShownCoverage(
                InsurerNumber.of(row.getString("insurer_number")),
                row.getString("symbol"),
                row.getString("number"),
                row.getString("branch"),
                row.getString("name"),
                row.getString("name_kana"),
                Sex.ofCode(row.getString("sex")),
                row.getLocalDate("birth_date"),
                FamilyRelation.ofCode(row.getString("relation")),
                row.getLocalDate("acquired"),
                row.getLocalDate("lost"),
                row.getString("loss_reason") == null ? null : LossReason.ofCode(row.getString("loss_reason")));
        return new Coverage(
                row.getUUID("enrolment_id"),
                PersonKey.of(row.getString("person_key")),
                InsuredCard.of(shown.insurerNumber(), shown.symbol(), shown.number(), shown.branch()),
                CoveragePeriod.of(shown.acquired(), shown.lost()),
                row.getBoolean("medical_info_allowed"),
                shown);
    }
}
