package jp.shikaku.eligibility.coverage;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import jp.shikaku.contracts.card.InsuredCard;
import jp.shikaku.contracts.confirmation.ShownCoverage;
import jp.shikaku.contracts.coverage.BurdenShare;
import jp.shikaku.contracts.coverage.CardClass;
import jp.shikaku.contracts.coverage.CoveragePeriod;
import jp.shikaku.contracts.coverage.FamilyRelation;
import jp.shikaku.contracts.coverage.LossReason;
import jp.shikaku.contracts.linkage.CoverageVersion;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.person.Sex;

/** The columns of table {@code coverage}: how a version is written to them, and a coverage read. */
final class CoverageColumns {

    /** @param parameters makes the array in which the column's values of several rows are sent */
    private record Column(
            String name, String type, IntFunction<Object[]> parameters, Function<LinkedVersion, Object> value) {}

    private static final List<Column> WRITTEN = List.of(
            new Column("enrolment_id", "uuid", UUID[]::new, LinkedVersion::enrolmentId),
            new Column("version", "integer", Integer[]::new, LinkedVersion::version),
            new Column("content_hash", "bytea", Buffer[]::new, it -> Buffer.buffer(it.hash())),
            text("person_key", it -> it.personKey().value()),
            new Column("subject_key", "text", String[]::new, it -> it.subject().value()),
            text("insurer_number", it -> it.insurerNumber().value()),
            text("symbol", CoverageVersion::symbol),
            text("number", CoverageVersion::number),
            text("branch", CoverageVersion::branch),
            text("card_class", it -> code(it.cardClass(), CardClass::code)),
            date("card_issued_on", CoverageVersion::cardIssuedOn),
            date("card_valid_from", CoverageVersion::cardValidFrom),
            date("card_expires_on", CoverageVersion::cardExpiresOn),
            text("name", CoverageVersion::name),
            text("name_kana", CoverageVersion::nameKana),
            text("name_other", CoverageVersion::nameOther),
            text("name_other_kana", CoverageVersion::nameOtherKana),
            text("sex", it -> it.sex().code()),
            text("sex_on_card", it -> code(it.sexOnCard(), Sex::code)),
            date("birth_date", CoverageVersion::birthDate),
            text("postal_code", CoverageVersion::postalCode),
            text("address", CoverageVersion::address),
            text("relation", it -> it.relation().code()),
            text("burden_share", it -> code(it.burdenShare(), BurdenShare::code)),
            date("acquired", CoverageVersion::acquired),
            date("lost", CoverageVersion::lost),
            text("loss_reason", it -> code(it.lossReason(), LossReason::code)),
            new Column("medical_info_allowed", "boolean", Boolean[]::new, it -> it.content()
                    .medicalInfoAllowed()),
            text("state", it -> it.state().name()));

    /** Names of what is written, in the order of {@link #parameters}. */
    static final String NAMES = WRITTEN.stream().map(Column::name).collect(Collectors.joining(", "));

    /** {@code unnest($1::uuid[]), …}: one array a column. */
    static final String UNNESTED = IntStream.range(0, WRITTEN.size())
            .mapToObj(i -> "unnest($%d::%s[])".formatted(i + 1, WRITTEN.get(i).type()))
            .collect(Collectors.joining(", "));

    /** {@code version = excluded.version, …}: everything but the key. */
    static final String REPLACEMENTS = WRITTEN.stream()
            .skip(1)
            .map(column -> column.name() + " = excluded." + column.name())
            .collect(Collectors.joining(", "));

    static final int COUNT = WRITTEN.size();

    private CoverageColumns() {}

    /** One array for each of {@link #NAMES}. */
    static Tuple parameters(List<LinkedVersion> versions) {
        Tuple parameters = Tuple.tuple();
        for (Column column : WRITTEN) {
            Object[] values = column.parameters().apply(versions.size());
            Arrays.setAll(values, i -> column.value().apply(versions.get(i)));
            parameters.addValue(values);
        }
        return parameters;
    }

    static Coverage coverage(Row row) {
        ShownCoverage shown = shown(row);
        return new Coverage(
                row.getUUID("enrolment_id"),
                PersonKey.of(row.getString("person_key")),
                InsuredCard.of(shown.insurerNumber(), shown.symbol(), shown.number(), shown.branch()),
                CoveragePeriod.of(shown.acquired(), shown.lost()),
                row.getBoolean("medical_info_allowed"),
                shown);
    }

    private static ShownCoverage shown(Row row) {
        return new ShownCoverage(
                InsurerNumber.of(row.getString("insurer_number")),
                row.getString("symbol"),
                row.getString("number"),
                row.getString("branch"),
                read(row, "card_class", CardClass::ofCode),
                row.getLocalDate("card_issued_on"),
                row.getLocalDate("card_valid_from"),
                row.getLocalDate("card_expires_on"),
                row.getString("name"),
                row.getString("name_kana"),
                row.getString("name_other"),
                row.getString("name_other_kana"),
                Sex.ofCode(row.getString("sex")),
                read(row, "sex_on_card", Sex::ofCode),
                row.getLocalDate("birth_date"),
                row.getString("postal_code"),
                row.getString("address"),
                FamilyRelation.ofCode(row.getString("relation")),
                read(row, "burden_share", BurdenShare::ofCode),
                row.getLocalDate("acquired"),
                row.getLocalDate("lost"),
                read(row, "loss_reason", LossReason::ofCode));
    }

    private static Column text(String name, Function<CoverageVersion, String> value) {
        return new Column(name, "text", String[]::new, version -> value.apply(version.content()));
    }

    private static Column date(String name, Function<CoverageVersion, LocalDate> value) {
        return new Column(name, "date", LocalDate[]::new, version -> value.apply(version.content()));
    }

    private static <T> String code(T value, Function<T, String> code) {
        return value == null ? null : code.apply(value);
    }

    private static <T> T read(Row row, String column, Function<String, T> ofCode) {
        String code = row.getString(column);
        return code == null ? null : ofCode.apply(code);
    }
}
