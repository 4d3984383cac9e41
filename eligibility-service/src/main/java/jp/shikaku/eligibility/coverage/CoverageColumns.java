package jp.shikaku.eligibility.coverage;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

    /** @param first where the columns of {@link #NAMES} begin in {@code row}, from 0 */
    static Coverage coverage(Row row, int first) {
        return new Reading(row, first).coverage();
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

    /** Reads by places: a row looks for a name among all it has, each time. */
    private record Reading(Row row, int first) {

        private static final Map<String, Integer> PLACES = IntStream.range(0, COUNT)
                .boxed()
                .collect(Collectors.toUnmodifiableMap(i -> WRITTEN.get(i).name(), i -> i));

        Coverage coverage() {
            ShownCoverage shown = shown();
            return new Coverage(
                    row.getUUID(place("enrolment_id")),
                    PersonKey.of(text("person_key")),
                    InsuredCard.of(shown.insurerNumber(), shown.symbol(), shown.number(), shown.branch()),
                    CoveragePeriod.of(shown.acquired(), shown.lost()),
                    row.getBoolean(place("medical_info_allowed")),
                    shown);
        }

        private ShownCoverage shown() {
            return new ShownCoverage(
                    InsurerNumber.of(text("insurer_number")),
                    text("symbol"),
                    text("number"),
                    text("branch"),
                    code("card_class", CardClass::ofCode),
                    date("card_issued_on"),
                    date("card_valid_from"),
                    date("card_expires_on"),
                    text("name"),
                    text("name_kana"),
                    text("name_other"),
                    text("name_other_kana"),
                    Sex.ofCode(text("sex")),
                    code("sex_on_card", Sex::ofCode),
                    date("birth_date"),
                    text("postal_code"),
                    text("address"),
                    FamilyRelation.ofCode(text("relation")),
                    code("burden_share", BurdenShare::ofCode),
                    date("acquired"),
                    date("lost"),
                    code("loss_reason", LossReason::ofCode));
        }

        private int place(String column) {
            return first + PLACES.get(column);
        }

        private String text(String column) {
            return row.getString(place(column));
        }

        private LocalDate date(String column) {
            return row.getLocalDate(place(column));
        }

        private <T> T code(String column, Function<String, T> ofCode) {
            String code = text(column);
            return code == null ? null : ofCode.apply(code);
        }
    }
}
