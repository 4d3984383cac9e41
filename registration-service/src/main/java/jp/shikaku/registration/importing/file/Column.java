package jp.shikaku.registration.importing.file;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import jp.shikaku.contracts.importing.LayoutColumn;
import jp.shikaku.contracts.text.LocalizedText;

/**
 * The published layout: the columns that a file can have. Reader, template and description are all made of this.
 *
 * <p>A name of a column is its field in the API, its title, or one of the titles that other systems write. The example
 * is nobody's.
 */
public enum Column {
    INSURER_NUMBER("insurerNumber", "保険者番号", "Insurer number", Need.OPTIONAL, Form.NUMBER, "06139992"),
    RECORD_KEY("recordKey", "履歴番号", "Record key", Need.OPTIONAL, Form.TEXT, "2026-000001"),
    INDIVIDUAL_NUMBER(
            "individualNumber",
            "個人番号",
            "Individual number",
            Need.REQUIRED,
            Form.INDIVIDUAL_NUMBER,
            "123456789018",
            "マイナンバー"),
    SYMBOL("symbol", "記号", "Card symbol", Need.OPTIONAL, Form.TEXT, "１２３", "被保険者証記号", "被保険者証等記号"),
    NUMBER("number", "番号", "Card number", Need.REQUIRED, Form.TEXT, "4567", "被保険者証番号", "被保険者証等番号"),
    BRANCH("branch", "枝番", "Branch number", Need.OPTIONAL, Form.NUMBER, "00", "被保険者証枝番", "被保険者証等枝番"),
    CARD_CLASS("cardClass", "被保険者証区分", "Card class", Need.OPTIONAL, Form.CARD_CLASS, "01", "被保険者証等区分"),
    CARD_ISSUED_ON(
            "cardIssuedOn", "交付年月日", "Card issued on", Need.OPTIONAL, Form.DATE, "2026-04-06", "交付日", "被保険者証交付年月日"),
    CARD_VALID_FROM(
            "cardValidFrom",
            "有効開始年月日",
            "Card valid from",
            Need.OPTIONAL,
            Form.DATE,
            "2026-04-01",
            "有効開始日",
            "被保険者証有効開始年月日"),
    CARD_EXPIRES_ON(
            "cardExpiresOn",
            "有効終了年月日",
            "Last valid day of the card",
            Need.OPTIONAL,
            Form.DATE,
            "",
            "有効終了日",
            "有効期限",
            "被保険者証有効終了年月日"),
    NAME("name", "漢字氏名", "Name", Need.REQUIRED, Form.TEXT, "資格　花子", "氏名", "氏名漢字"),
    NAME_KANA("nameKana", "カナ氏名", "Name in kana", Need.REQUIRED, Form.TEXT, "シカク　ハナコ", "氏名カナ", "フリガナ", "氏名フリガナ"),
    NAME_OTHER("nameOther", "通称名", "Other name", Need.OPTIONAL, Form.TEXT, "", "氏名その他", "その他氏名"),
    NAME_OTHER_KANA("nameOtherKana", "通称名カナ", "Other name in kana", Need.OPTIONAL, Form.TEXT, "", "氏名その他カナ", "その他カナ氏名"),
    BIRTH_DATE("birthDate", "生年月日", "Date of birth", Need.REQUIRED, Form.DATE, "1990-01-15"),
    SEX("sex", "性別", "Sex", Need.REQUIRED, Form.SEX, "2", "性別1"),
    SEX_ON_CARD("sexOnCard", "性別2", "Sex on the card", Need.OPTIONAL, Form.SEX_ON_CARD, "", "券面性別"),
    POSTAL_CODE("postalCode", "郵便番号", "Postal code", Need.OPTIONAL, Form.NUMBER, "100-8916"),
    ADDRESS("address", "住所", "Address", Need.REQUIRED, Form.TEXT, "東京都千代田区霞が関１丁目２番２号"),
    RELATION("relation", "本人・家族", "Insured person or family", Need.REQUIRED, Form.RELATION, "1", "本人・家族の別", "本人家族区分"),
    BURDEN_SHARE(
            "burdenShare",
            "負担割合",
            "Share of the cost",
            Need.OPTIONAL,
            Form.BURDEN_SHARE,
            "030",
            "一部負担金割合",
            "被保険者証一部負担金割合"),
    ACQUIRED("acquired", "資格取得年月日", "Acquired on", Need.REQUIRED, Form.DATE, "2026-04-01", "資格取得日", "取得年月日"),
    LOST("lost", "資格喪失年月日", "First day without coverage", Need.OPTIONAL, Form.DATE, "", "資格喪失日", "喪失年月日"),
    LOSS_REASON("lossReason", "資格喪失事由", "Reason of the loss", Need.OPTIONAL, Form.LOSS_REASON, "", "喪失事由", "喪失理由");

    private enum Need {
        REQUIRED,
        OPTIONAL
    }

    private final String field;
    private final String titleJa;
    private final String titleEn;
    private final Need need;
    private final Form form;
    private final String example;
    private final List<String> otherTitles;

    Column(String field, String titleJa, String titleEn, Need need, Form form, String example, String... otherTitles) {
        this.field = field;
        this.titleJa = titleJa;
        this.titleEn = titleEn;
        this.need = need;
        this.form = form;
        this.example = example;
        this.otherTitles = List.of(otherTitles);
    }

    /** The column for a field of the API. */
    public static Optional<Column> ofField(String field) {
        return Arrays.stream(values())
                .filter(column -> column.field.equals(field))
                .findAny();
    }

    /** Its name in the API. */
    public String field() {
        return field;
    }

    String titleJa() {
        return titleJa;
    }

    String titleEn() {
        return titleEn;
    }

    boolean isRequired() {
        return need == Need.REQUIRED;
    }

    Form form() {
        return form;
    }

    /** May be empty. */
    String example() {
        return example;
    }

    /** Titles that are understood as well. */
    List<String> otherTitles() {
        return otherTitles;
    }

    /** As it is published. */
    public LayoutColumn wire() {
        return new LayoutColumn(
                field, new LocalizedText(titleJa, titleEn), otherTitles, isRequired(), form.description(), example);
    }

    String pointer() {
        return "/" + field;
    }
}
