package jp.shikaku.contracts.report;

import java.util.EnumSet;
import java.util.Set;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.text.LocalizedText;

/**
 * What can keep a report from being filed, or send it back. Since 2023-06-01 a form without the individual number or
 * one of the five items goes back to the employer. The code is stable: clients may branch on it.
 */
public enum ReportPoint {
    INSURER_MISSING(
            "insurer-missing",
            "/insurerNumber",
            "保険者番号がありません。",
            "The insurer number is missing.",
            "届出先の保険者番号を入れてください。",
            "Give the number of the insurer it goes to."),
    INSURER_UNKNOWN(
            "insurer-unknown",
            "/insurerNumber",
            "この番号の保険者は登録されていません。",
            "No insurer with this number is registered.",
            "番号を確かめ、正しければ運用者に保険者の登録を依頼してください。",
            "Check the number; if it is right, ask the operator to register the insurer."),
    INDIVIDUAL_NUMBER_MISSING(
            "individual-number-missing",
            "/individualNumber",
            "個人番号がありません。",
            "The individual number is missing.",
            "本人から個人番号を確かめて入れてください。",
            "Ask the person for the number."),
    NAME_MISSING(
            "name-missing",
            "/name",
            "氏名(漢字)がありません。",
            "The name is missing.",
            "住民票どおりの氏名を入れてください。",
            "Write the name as it stands in the resident register."),
    NAME_KANA_MISSING(
            "name-kana-missing",
            "/nameKana",
            "氏名(カナ)がありません。",
            "The name in kana is missing.",
            "カナ氏名を入れてください。",
            "Write the name in kana."),
    BIRTH_DATE_MISSING(
            "birth-date-missing",
            "/birthDate",
            "生年月日がありません。",
            "The birth date is missing.",
            "生年月日を入れてください。",
            "Give the birth date."),
    SEX_MISSING("sex-missing", "/sex", "性別がありません。", "The sex is missing.", "性別を入れてください。", "Give the sex."),
    ADDRESS_MISSING(
            "address-missing",
            "/address",
            "住所がありません。",
            "The address is missing.",
            "住民票どおりの住所を入れてください。",
            "Write the address as it stands in the resident register."),
    LOSS_REASON_MISSING(
            "loss-reason-missing",
            "/lossReason",
            "資格喪失の事由がありません。",
            "The reason of the loss is missing.",
            "資格喪失の事由を選んでください。",
            "Choose the reason of the loss."),
    RELATIONSHIP_MISSING(
            "relationship-missing",
            "/relationship",
            "被扶養者の続柄がありません。",
            "What the dependant is to the insured person is missing.",
            "続柄を選んでください。",
            "Choose the relationship."),
    INSURED_NUMBER_MISSING(
            "insured-number-missing",
            "/insuredIndividualNumber",
            "被保険者の個人番号がありません。",
            "The individual number of the insured person is missing.",
            "被保険者本人の個人番号を入れてください。",
            "Give the number of the person through whom the dependant is covered."),
    INSURED_NAME_MISSING(
            "insured-name-missing",
            "/insuredName",
            "被保険者の氏名がありません。",
            "The name of the insured person is missing.",
            "被保険者本人の氏名を入れてください。",
            "Give the name of the person through whom the dependant is covered."),

    // ---- said by an insurer ----
    ITEM_WRONG(
            "item-wrong",
            "",
            "記載内容に誤りがあります。",
            "Something in the report is wrong.",
            "保険者の説明を読み、届書を訂正してください。",
            "Read the insurer's note and correct the report."),
    DOCUMENT_MISSING(
            "document-missing",
            "",
            "添付書類が足りません。",
            "A document that goes with it is missing.",
            "保険者の説明にある書類を送り、届書を再提出してください。",
            "Send the document that the insurer's note names, and file the report again."),
    OTHER_INSURER(
            "other-insurer",
            "/insurerNumber",
            "届出先の保険者が違います。",
            "It belongs to another insurer.",
            "正しい保険者番号に訂正してください。",
            "Correct the insurer number."),
    REPORTED_BEFORE(
            "reported-before",
            "",
            "同じ届書がすでに提出されています。",
            "The same was reported before.",
            "重複していれば取り下げてください。",
            "Withdraw it if it is a duplicate."),
    OTHER_REASON(
            "other-reason",
            "",
            "保険者から差し戻されました。",
            "The insurer has sent it back.",
            "保険者の説明を読んでください。",
            "Read the insurer's note.");

    private static final Set<ReportPoint> BY_INSURERS =
            EnumSet.of(ITEM_WRONG, DOCUMENT_MISSING, OTHER_INSURER, REPORTED_BEFORE, OTHER_REASON);

    private final String code;
    private final String field;
    private final LocalizedText message;
    private final LocalizedText nextStep;

    ReportPoint(String code, String field, String messageJa, String messageEn, String nextStepJa, String nextStepEn) {
        this.code = code;
        this.field = field;
        this.message = new LocalizedText(messageJa, messageEn);
        this.nextStep = new LocalizedText(nextStepJa, nextStepEn);
    }

    /**
     * The point that an insurer may send a report back for.
     *
     * @throws InvalidValueException when {@code code} is none of these
     */
    public static ReportPoint ofInsurer(String code) {
        return BY_INSURERS.stream()
                .filter(point -> point.code.equals(code))
                .findAny()
                .orElseThrow(() -> new InvalidValueException(ValueFault.UNKNOWN_CODE));
    }

    public String code() {
        return code;
    }

    /** The point as it is told. */
    public OpenPoint told() {
        return new OpenPoint(code, field, message, nextStep);
    }
}
