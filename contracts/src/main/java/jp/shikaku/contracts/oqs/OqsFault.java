package jp.shikaku.contracts.oqs;

import java.util.Arrays;

import jp.shikaku.contracts.text.LocalizedText;

/**
 * What is wrong with a document, or with one card in it. The codes of the real system (別紙6-1) are not public: these are
 * ours, and stable. {@code SKF} is about a whole file and stands in {@code ErrorCode}, {@code SKP} is about one card and
 * stands in {@code ProcessingResultCode}.
 */
public enum OqsFault {
    XML_MALFORMED("SKF001", "XML として読めません。", "This cannot be read as XML."),
    CHARSET("SKF002", "文字コードは UTF-8 か Shift_JIS にしてください。", "The encoding has to be UTF-8 or Shift_JIS."),
    UNDECODABLE("SKF003", "宣言された文字コードで読めない文字があります。", "Some bytes are no characters of the declared encoding."),
    TOO_LARGE("SKF004", "ファイルが大きすぎるか、入れ子や項目が多すぎます。", "The file is too large, or nested too deeply."),
    DTD("SKF005", "DOCTYPE と実体参照は使えません。", "DOCTYPE and entities are not accepted."),
    NOT_THIS_REQUEST("SKF006", "この要求電文の形ではありません。", "This is not the document that was expected."),
    INSTITUTION_CODE("SKF007", "医療機関コードは10桁の数字です。", "MedicalInstitutionCode has ten digits."),
    INSTITUTION_NOT_YOURS(
            "SKF008", "サインインした医療機関のコードではありません。", "MedicalInstitutionCode is not that of the institution signed in."),
    CONFIRMATION_DATE(
            "SKF009", "資格確認日は実在する日付を yyyyMMdd で指定してください。", "QualificationConfirmationDate is a day, written yyyyMMdd."),
    FILE_IDENTIFIER("SKF010", "任意のファイル識別子は64文字以内です。", "ArbitraryFileIdentifier has at most 64 characters."),
    NO_CARD("SKF011", "照会する券の情報がありません。", "The document asks about no card."),
    TOO_MANY_CARDS("SKF012", "一度に照会できる件数を超えています。", "The document asks about too many cards."),
    RECEPTION_NUMBER_UNKNOWN("SKF013", "この受付番号の一括照会はありません。", "No bulk inquiry has this reception number."),
    SENT_BEFORE("SKF014", "同じキーで別の内容が送られています。", "The same key came with another content before."),
    FILE_NAME("SKF015", "ファイル名がどの要求電文のものでもありません。", "The name of the file is that of no request."),
    NOT_PERMITTED("SKF016", "サインインできないか、この操作は許されていません。", "Sign-in failed, or this is not permitted."),
    TOO_MANY_WAITING(
            "SKF017", "処理を待つ一括照会が多すぎます。終わってから送ってください。", "Too many bulk inquiries are waiting; send it again later."),
    UNDETERMINED(
            "SKF090",
            "判定不能: いまは資格を確かめられません。「資格情報なし」ではありません。時間をおいて再照会してください。",
            "Undetermined: eligibility cannot be found out right now. This is not “no information”. Ask again later."),
    INTERNAL("SKF099", "システム内部のエラーです。", "Something went wrong on our side."),

    /** With 処理中: not a failure. */
    STILL_WORKING("SKW001", "処理中です。しばらくしてから再度要求してください。", "Still working; ask again later."),

    INSURER_NUMBER("SKP101", "保険者番号は8桁(国民健康保険は6桁)の数字です。", "InsurerNumber has eight digits (six for 国保)."),
    INSURER_NUMBER_CHECK_DIGIT("SKP102", "保険者番号の検証番号が一致しません。", "The check digit of InsurerNumber does not match."),
    INSURER_NUMBER_PLACEHOLDER("SKP103", "保険者番号が「不詳」を表す番号です。", "InsurerNumber is the one that stands for “unknown”."),
    INSURER_NUMBER_NOT_AN_INSURER("SKP104", "保険者の番号ではありません。", "InsurerNumber is not that of an insurer."),
    CARD_SYMBOL("SKP201", "被保険者証記号は20文字以内です。", "InsuredCardSymbol has at most 20 characters."),
    CARD_NUMBER("SKP301", "被保険者証番号は1〜20文字です。", "InsuredIdentificationNumber has 1 to 20 characters."),
    CARD_BRANCH("SKP401", "枝番は2桁の数字です。", "InsuredBranchNumber has two digits."),
    BIRTH_DATE("SKP501", "生年月日は実在する日付を yyyyMMdd で指定してください。", "Birthdate is a day, written yyyyMMdd."),
    BIRTH_DATE_IN_FUTURE("SKP502", "生年月日が未来の日付です。", "Birthdate is in the future."),
    CONSENT_FLAG("SKP601", "限度額適用認定証提供同意フラグは0か1です。", "LimitApplicationCertificateRelatedConsFlg is 0 or 1."),
    ARBITRARY_IDENTIFIER("SKP701", "任意の識別子は64文字以内です。", "ArbitraryIdentifier has at most 64 characters."),
    NO_LONGER_SHOWN(
            "SKP902",
            "この照会で表示した資格は、現在は表示できません。この回答には頼らず、もう一度照会してください。",
            "What this inquiry showed may not be shown any more: do not rely on it, and ask again."),
    CARD_UNDETERMINED(
            "SKP901",
            "判定不能: 資格を確かめられませんでした。「資格情報なし」ではありません。",
            "Undetermined: eligibility could not be found out. This is not “no information”.");

    private final String code;
    private final LocalizedText message;

    OqsFault(String code, String messageJa, String messageEn) {
        this.code = code;
        this.message = new LocalizedText(messageJa, messageEn);
    }

    /** @throws IllegalArgumentException when no fault has this code */
    public static OqsFault ofCode(String code) {
        return Arrays.stream(values())
                .filter(fault -> fault.code.equals(code))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException(code));
    }

    /** Three letters and three digits. Never changed, never used for anything else. */
    public String code() {
        return code;
    }

    /** In a document the Japanese one; neither repeats what was sent. */
    public LocalizedText message() {
        return message;
    }
}
