package jp.shikaku.eligibility.batch.file;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jp.shikaku.contracts.batch.BatchQuestion;
import jp.shikaku.kit.file.WrittenDate;

/**
 * The columns of a CSV file of questions. A title is the field's name in the API, the Japanese title, or one that other
 * systems write; width, case, spaces and punctuation make no difference.
 */
public enum QuestionColumn {
    CORRELATION_ID("correlationId", "照会ID", "A-0001", "ID", "患者ID", "患者番号", "予約番号", "整理番号"),
    INSURER_NUMBER("insurerNumber", "保険者番号", "06139992"),
    SYMBOL("symbol", "記号", "１２３", "被保険者証記号", "被保険者証等記号"),
    NUMBER("number", "番号", "4567", "被保険者証番号", "被保険者証等番号"),
    BRANCH("branch", "枝番", "00", "被保険者証枝番", "被保険者証等枝番"),
    BIRTH_DATE("birthDate", "生年月日", "1990-01-15"),
    AS_OF("asOf", "診療日", "2026-04-01", "診療予定日", "予約日", "受診日", "資格確認日"),
    /** Instead of a card, so that the example, which has one, leaves it empty. */
    CERTIFICATE_SERIAL("certificateSerial", "電子証明書シリアル番号", "", "利用者証明用電子証明書シリアル番号", "証明書シリアル番号");

    private final String field;
    private final String title;
    private final String example;
    private final List<String> folded;

    QuestionColumn(String field, String title, String example, String... otherTitles) {
        this.field = field;
        this.title = title;
        this.example = example;
        this.folded = Stream.concat(Stream.of(field, title), Stream.of(otherTitles))
                .map(QuestionColumn::fold)
                .toList();
    }

    static Optional<QuestionColumn> titled(String text) {
        String title = fold(text);
        return Arrays.stream(values())
                .filter(column -> column.folded.contains(title))
                .findAny();
    }

    static Optional<QuestionColumn> ofField(String field) {
        return Arrays.stream(values())
                .filter(column -> column.field.equals(field))
                .findAny();
    }

    /** The question that has these values. */
    static BatchQuestion question(Map<QuestionColumn, String> values) {
        return new BatchQuestion(
                values.get(INSURER_NUMBER),
                values.get(SYMBOL),
                values.get(NUMBER),
                values.get(BRANCH),
                values.get(BIRTH_DATE),
                values.get(AS_OF),
                values.get(CORRELATION_ID),
                values.get(CERTIFICATE_SERIAL));
    }

    /** Its name in the API. */
    public String field() {
        return field;
    }

    /** As it is written into files. */
    public String title() {
        return title;
    }

    /** Nobody's. */
    public String example() {
        return example;
    }

    String pointer() {
        return "/" + field;
    }

    /** Whether no card is without it. */
    boolean isRequired() {
        return this == INSURER_NUMBER || this == NUMBER || this == BIRTH_DATE;
    }

    /**
     * The value as the API takes it.
     *
     * @throws jp.shikaku.contracts.problem.InvalidValueException when it should be a date and can be read as none
     */
    String read(String text) {
        return switch (this) {
            case BIRTH_DATE, AS_OF -> WrittenDate.toIso(text, note -> {});
            default -> text;
        };
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s・･()\\[\\]_\\-*]", "")
                .toLowerCase(Locale.ROOT);
    }
}
