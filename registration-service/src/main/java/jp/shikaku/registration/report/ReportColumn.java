package jp.shikaku.registration.report;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.kit.file.WrittenDate;

/** The columns of a CSV file of reports. Template and reader are made of this; a title is the field's name or the Japanese. */
enum ReportColumn {
    KIND(
            "kind",
            "届書の種類",
            Map.of(
                    "取得",
                    "ACQUISITION",
                    "資格取得届",
                    "ACQUISITION",
                    "喪失",
                    "LOSS",
                    "資格喪失届",
                    "LOSS",
                    "異動",
                    "DEPENDANT_CHANGE",
                    "被扶養者異動届",
                    "DEPENDANT_CHANGE")),
    REFERENCE("reference", "整理番号"),
    INSURER_NUMBER("insurerNumber", "保険者番号"),
    INDIVIDUAL_NUMBER("individualNumber", "個人番号"),
    NAME("name", "漢字氏名"),
    NAME_KANA("nameKana", "カナ氏名"),
    BIRTH_DATE("birthDate", "生年月日"),
    SEX("sex", "性別", Map.of("男", "1", "女", "2")),
    ADDRESS("address", "住所"),
    ACQUIRED("acquired", "資格取得年月日"),
    LOST("lost", "資格喪失年月日"),
    LOSS_REASON("lossReason", "資格喪失事由", Map.of("1", "01", "死亡", "01", "2", "02", "3", "03", "その他", "99")),
    RELATIONSHIP(
            "relationship",
            "続柄",
            Map.of(
                    "配偶者",
                    "SPOUSE",
                    "子",
                    "CHILD",
                    "父母",
                    "PARENT",
                    "配偶者の父母",
                    "PARENT_IN_LAW",
                    "兄弟姉妹",
                    "SIBLING",
                    "祖父母",
                    "GRANDPARENT",
                    "孫",
                    "GRANDCHILD",
                    "その他",
                    "OTHER")),
    INSURED_INDIVIDUAL_NUMBER("insuredIndividualNumber", "被保険者の個人番号"),
    INSURED_NAME("insuredName", "被保険者の氏名");

    private final String field;
    private final String title;
    private final Map<String, String> words;

    ReportColumn(String field, String title) {
        this(field, title, Map.of());
    }

    ReportColumn(String field, String title, Map<String, String> words) {
        this.field = field;
        this.title = title;
        this.words = words;
    }

    static Optional<ReportColumn> titled(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        return Arrays.stream(values())
                .filter(column -> column.title.equals(folded) || column.field.equalsIgnoreCase(folded))
                .findAny();
    }

    String field() {
        return field;
    }

    String title() {
        return title;
    }

    /**
     * The value as the API writes it. A word of no list comes back as it is, to be refused by who reads it.
     *
     * @param notes is told what was read in another way than it is written
     * @throws jp.shikaku.contracts.problem.InvalidValueException when it should be a date and can be read as none
     */
    String read(String text, Consumer<ValueFault> notes) {
        return switch (this) {
            case BIRTH_DATE, ACQUIRED, LOST -> WrittenDate.toIso(text, notes);
            default -> words.getOrDefault(text, text);
        };
    }
}
