package jp.shikaku.contracts.problem;

import jp.shikaku.contracts.text.LocalizedText;

/**
 * What can be wrong with one value of a request. The code is stable: clients may branch on it. It appears in
 * {@code errors[].code} of a {@link Problem}.
 */
public enum ValueFault {
    REQUIRED("value-required", "必須項目です。", "This value is required.", "値を入力してください。", "Give a value."),
    TOKEN_NOT_ACCEPTED(
            "token-not-accepted",
            "このトークンではサインインできません。",
            "This token is not accepted here.",
            "期限が切れていないか、この画面を使う役割のものかを確かめてください。",
            "Check that it has not expired and is of a role that works on these pages."),
    RECEIPT_UNKNOWN(
            "receipt-unknown",
            "この受付番号と確認コードの組み合わせは見つかりません。",
            "This number and this code do not belong together.",
            "送信したときの画面の控えを、1文字ずつ確かめてください。",
            "Compare both with what was shown when you sent it."),
    CONFIRMATION_UNKNOWN(
            "confirmation-unknown",
            "この照会番号の照会は見つかりません。",
            "There is no confirmation of this number.",
            "番号をもう一度聞き取り、1文字ずつ確かめてください。",
            "Have the number read out again, character by character."),
    TOO_LONG(
            "value-too-long",
            "文字数が上限を超えています。",
            "The text is too long.",
            "短くして再送してください。",
            "Shorten it and send it again."),
    TEXT_CHARACTERS(
            "text-characters",
            "制御文字や壊れた文字が含まれています。",
            "The text has control characters or broken ones.",
            "改行・タブなどを除き、文字化けしていないか確かめて再送してください。",
            "Remove line breaks, tabs and the like, check the encoding, and send it again."),
    TEXT_LANGUAGE(
            "text-language",
            "この言語の文になっていません。",
            "This text is not in its language.",
            "ja には日本語、en には英語で書いてください。",
            "Write Japanese in ja and English in en."),
    TOO_MANY(
            "too-many",
            "数が上限を超えています。",
            "There are too many of these.",
            "減らして再送してください。",
            "Leave some out and send it again."),
    LINK_UNKNOWN(
            "link-unknown",
            "リンク先がありません。",
            "This leads nowhere.",
            "公開されている質問か、表示の名前を指定してください。自分自身は指定できません。",
            "Name a published question or a display, not the question itself."),
    WEB_ADDRESS(
            "web-address",
            "http または https の完全な URL ではありません。",
            "This is not an absolute http or https address.",
            "ブラウザーのアドレス欄からそのまま写してください。",
            "Copy it from the address bar of a browser."),
    EMAIL_ADDRESS(
            "email-address",
            "メールアドレスの形式が正しくありません。",
            "This is not an e-mail address.",
            "name@example.jp の形で入力してください。",
            "Write it as name@example.jp."),
    WEBHOOK_ADDRESS(
            "webhook-address",
            "通知先にできる URL ではありません。",
            "Messages cannot be sent to this address.",
            "https:// で始まり、ユーザー名・パスワード・# を含まない URL を指定してください。",
            "Give an absolute https address without user, password and fragment."),
    ADDRESS_NOT_PUBLIC(
            "address-not-public",
            "このホスト名は、インターネット上の宛先につながりません。",
            "This host name does not lead to a public address.",
            "インターネットから届くホスト名を指定してください。院内や自機のアドレスには送りません。",
            "Give a host that the internet can reach; nothing is sent to private or local addresses."),
    PERIOD_ORDER(
            "period-order",
            "終わりの日が始まりの日より後ではありません。",
            "The end is not after the beginning.",
            "どちらの日付が違うかを確かめてください。",
            "Check which of the two dates is wrong."),
    UNKNOWN_CODE(
            "code-unknown",
            "決められた値のいずれでもありません。",
            "This is not one of the values allowed.",
            "API 仕様書の値の一覧から選んでください。",
            "Choose one of the values listed in the API description."),

    UNKNOWN_FIELD(
            "field-unknown",
            "この項目は API 仕様にありません。",
            "The API description has no such field.",
            "項目を削るか、綴りを直してください。",
            "Remove it, or correct its spelling."),
    NOT_OF_THIS_KIND(
            "value-not-of-this-kind",
            "この種類の届書にはない項目です。",
            "A report of this kind has no such value.",
            "項目を削るか、届書の種類(kind)を確かめてください。",
            "Leave it out, or check the kind of the report."),
    WRONG_TYPE(
            "value-wrong-type",
            "値の型が違います。番号や日付は文字列で送ってください。",
            "This value has the wrong type; numbers of cards and dates are sent as text.",
            "API 仕様書の型に合わせてください。",
            "Send it with the type given in the API description."),

    LIMIT(
            "limit-range",
            "件数は1〜100で指定してください。",
            "A page has 1 to 100 items.",
            "limit を1〜100にしてください。",
            "Choose a limit from 1 to 100."),
    ONE_OF_THREE(
            "one-of-three",
            "enrolmentId・confirmationNumber・reportId のうち、役割に応じた1つだけを指定してください。",
            "Give exactly one of enrolmentId, confirmationNumber and reportId: the one that belongs to your role.",
            "保険者は enrolmentId、医療機関等と電話窓口は confirmationNumber、事業主は reportId を指定してください。",
            "Insurers give enrolmentId, institutions and the hotline confirmationNumber, employers reportId."),
    BATCH_SIZE(
            "batch-size",
            "1回に送れるのは1〜200件です。",
            "A batch has 1 to 200 items.",
            "200件以内に分けてください。",
            "Split it into batches of at most 200."),

    CERTIFICATE_SERIAL_FORMAT(
            "certificate-serial-format",
            "電子証明書のシリアル番号ではありません。",
            "This is not the serial number of a certificate.",
            "カードリーダーが読み取った16進数(40桁まで)をそのまま送ってください。",
            "Send the hexadecimal number, up to 40 digits, as the card reader has read it."),
    CARD_OR_CERTIFICATE(
            "card-or-certificate",
            "カードの番号と電子証明書の両方が書かれています。",
            "This has both the numbers of a card and a certificate.",
            "どちらか一方だけにして再送してください。",
            "Leave one of them out and send it again."),
    CERTIFICATE_NOT_BOUND(
            "certificate-not-bound",
            "この電子証明書は健康保険証の利用登録が確認できません。",
            "This certificate is not known to be registered for health insurance.",
            "利用登録をしてもらうか、資格確認書などの保険者番号・記号・番号で照会してください。",
            "Have the patient register, or ask by insurer, symbol and number."),
    CERTIFICATE_EXPIRED(
            "certificate-expired",
            "電子証明書の有効期限が切れ、資格確認に使える期間も過ぎています。",
            "The certificate has expired, and the time in which it still served for eligibility is over.",
            "市区町村の窓口での更新を案内し、今回は資格確認書などの番号で照会してください。",
            "Send the patient to the municipality to renew it; for now ask by insurer, symbol and number."),
    CERTIFICATE_SUSPENDED(
            "certificate-suspended",
            "このカードは利用が一時停止されています。",
            "This card has been suspended.",
            "来院したときに本人が持っているかを確かめ、今回は資格確認書などの番号で照会してください。",
            "See that it is the holder who has the card; for now ask by insurer, symbol and number."),
    CERTIFICATE_REVOKED(
            "certificate-revoked",
            "この電子証明書は失効しています。",
            "This certificate has been revoked.",
            "新しいカードがないかを尋ね、なければ資格確認書などの番号で照会してください。",
            "Ask for a newer card; if there is none, ask by insurer, symbol and number."),
    VERSION_RANGE(
            "version-range",
            "版は1以上の整数です。",
            "A version is a whole number from 1.",
            "この証明書について送るたびに1つずつ増やしてください。",
            "Count what is sent about one certificate, from 1."),

    DAYS(
            "days-range",
            "日数は0〜36500で指定してください。",
            "A number of days is 0 to 36500.",
            "0以上の整数にしてください。",
            "Give a whole number from 0."),
    DUPLICATE(
            "value-duplicate",
            "同じ値が前にもあります。",
            "This value appears more than once.",
            "重複を除いて再送してください。",
            "Remove the repetition and send it again."),

    DATE_NOT_ISO(
            "date-not-iso",
            "日付は西暦の YYYY-MM-DD で指定してください。和暦(令和・平成など)は受け付けません。",
            "A date is written YYYY-MM-DD; Japanese era dates are not accepted here.",
            "西暦の YYYY-MM-DD に直してください(例: 2026-04-01)。",
            "Write it as YYYY-MM-DD, for example 2026-04-01."),
    MOMENT_NOT_ISO(
            "moment-not-iso",
            "日時は 2026-04-01T09:30:00+09:00 の形で指定してください。",
            "A moment is written as 2026-04-01T09:30:00+09:00.",
            "時差(+09:00)まで付けて再送してください。",
            "Send it with its offset, for example +09:00."),
    MOMENT_OUT_OF_RANGE(
            "moment-out-of-range",
            "時刻が過去か、先すぎます。",
            "This moment has passed, or is too far ahead.",
            "これからの時刻を、上限の範囲で指定してください。",
            "Give a moment to come, within the limit."),
    DATE_OUT_OF_RANGE(
            "date-out-of-range",
            "この日付は扱える範囲にありません。",
            "This date is outside the range that is known.",
            "近い日付で指定してください。",
            "Choose a date closer to today."),
    DATE_DOES_NOT_EXIST(
            "date-does-not-exist",
            "暦に存在しない日付です。",
            "There is no such day in the calendar.",
            "届書の日付を確かめて再送してください。",
            "Check the date on the form and send it again."),
    DATE_IN_FUTURE(
            "date-in-future",
            "未来の日付は指定できません。",
            "This date must not be in the future.",
            "日付を確かめてください。",
            "Check the date."),
    DATE_ORDER(
            "date-order",
            "日付の前後関係が正しくありません。",
            "These dates are in the wrong order.",
            "生年月日 ≤ 資格取得日、資格取得日 < 資格喪失日 になるよう確かめてください。",
            "Birth date ≤ acquisition, and acquisition < loss: check which one is wrong."),

    INSURER_NUMBER_FORMAT(
            "insurer-number-format",
            "保険者番号は8桁(国民健康保険は6桁)の数字です。",
            "An insurer number has 8 digits (6 for National Health Insurance).",
            "資格確認書などの保険者番号を確かめてください。",
            "Check the insurer number on the document."),
    INSURER_NUMBER_NOT_AN_INSURER(
            "insurer-number-not-an-insurer",
            "この番号は保険者のものではありません(公費負担者番号などは使えません)。",
            "This is not the number of an insurer; numbers of public-expense payers do not belong here.",
            "資格確認書などの「保険者番号」欄を確かめてください。",
            "Look for the field 保険者番号 on the document."),
    INSURER_NUMBER_CHECK_DIGIT(
            "insurer-number-check-digit",
            "保険者番号の検証番号が一致しません。",
            "The check digit of the insurer number does not match.",
            "番号を読み直し、打ち間違いがないか確かめてください。",
            "Read the number again; one digit is probably mistyped."),
    INSURER_NUMBER_PLACEHOLDER(
            "insurer-number-placeholder",
            "この番号は請求で「不詳」を表すもので、保険者の番号ではありません。",
            "This number stands for “unknown” in claims; it is not an insurer.",
            "実際の保険者番号を確かめてください。",
            "Find out the real insurer number."),
    INSURER_UNKNOWN(
            "insurer-unknown",
            "この番号の保険者は登録されていません。",
            "No insurer with this number is registered.",
            "番号を確かめ、正しければ運用者に保険者の登録を依頼してください。",
            "Check the number; if it is right, ask the operator to register the insurer."),

    INDIVIDUAL_NUMBER_FORMAT(
            "individual-number-format",
            "個人番号は12桁の数字です。",
            "An individual number has 12 digits.",
            "本人の個人番号を確かめてください。",
            "Check the number with the person."),
    INDIVIDUAL_NUMBER_CHECK_DIGIT(
            "individual-number-check-digit",
            "個人番号の検査用数字が一致しません。",
            "The check digit of the individual number does not match.",
            "番号を読み直し、打ち間違いがないか確かめてください。",
            "Read the number again; one digit is probably mistyped."),
    INDIVIDUAL_NUMBER_PLACEHOLDER(
            "individual-number-placeholder",
            "すべて0の番号は個人番号として使えません。",
            "Twelve zeros are not an individual number.",
            "本人の個人番号を確かめてください。",
            "Ask the person for the number."),

    INSTITUTION_CODE_FORMAT(
            "institution-code-format",
            "医療機関コードは10桁の数字です。",
            "An institution code has 10 digits.",
            "都道府県2桁・点数表1桁・7桁の順で確かめてください。",
            "Check it: prefecture (2), fee table (1), then 7 digits."),
    INSTITUTION_CODE_CHECK_DIGIT(
            "institution-code-check-digit",
            "医療機関コードの検証番号が一致しません。",
            "The check digit of the institution code does not match.",
            "指定通知書のコードを確かめてください。",
            "Check the code on the designation notice."),

    POSTAL_CODE_FORMAT(
            "postal-code-format",
            "郵便番号は7桁の数字です。",
            "A postal code has 7 digits.",
            "7桁で入力してください(例: 1000013)。",
            "Write 7 digits, for example 1000013."),

    CORPORATE_NUMBER_FORMAT(
            "corporate-number-format",
            "法人番号は13桁の数字です。",
            "A corporate number has 13 digits.",
            "法人番号指定通知書を確かめてください。",
            "Check the corporate number notice."),
    CORPORATE_NUMBER_CHECK_DIGIT(
            "corporate-number-check-digit",
            "法人番号の検査用数字が一致しません。",
            "The check digit of the corporate number does not match.",
            "番号を読み直し、打ち間違いがないか確かめてください。",
            "Read the number again; one digit is probably mistyped."),

    CARD_SYMBOL_FORMAT(
            "card-symbol-format",
            "被保険者証等の記号は20文字以内です。",
            "A card symbol has at most 20 characters.",
            "資格確認書などの記号を確かめてください。",
            "Check the symbol on the document."),
    CARD_NUMBER_FORMAT(
            "card-number-format",
            "被保険者証等の番号は1〜20文字です。",
            "A card number has 1 to 20 characters.",
            "資格確認書などの番号を確かめてください。",
            "Check the number on the document."),
    CARD_BRANCH_FORMAT(
            "card-branch-format",
            "枝番は2桁の数字です。",
            "A branch number has two digits.",
            "枝番がない場合は項目を省いてください。",
            "Leave it out when the document shows none."),

    CONFIRMATION_NUMBER_FORMAT(
            "confirmation-number-format",
            "照会番号の形式が正しくありません。",
            "This is not the form of a confirmation number.",
            "もう一度読み上げてもらい、文字数を確かめてください。",
            "Have it read out again and count the characters."),
    CONFIRMATION_NUMBER_CHECK_CHARACTER(
            "confirmation-number-check-character",
            "照会番号の検査文字が一致しません。",
            "The check character of the confirmation number does not match.",
            "もう一度読み上げてもらってください。1文字違っている可能性があります。",
            "Have it read out again; one character is probably wrong."),
    TICKET_NUMBER_FORMAT(
            "ticket-number-format",
            "受付番号の形式が正しくありません。",
            "This is not the form of a ticket number.",
            "受付のときに示された 9 文字の番号を確かめてください。",
            "Check the nine characters that were shown when it was received."),
    TICKET_NUMBER_CHECK_CHARACTER(
            "ticket-number-check-character",
            "受付番号の検査文字が一致しません。",
            "The check character of the ticket number does not match.",
            "1文字違っている可能性があります。もう一度確かめてください。",
            "One character is probably wrong; look at it again."),
    FOLLOW_UP_CODE_FORMAT(
            "follow-up-code-format",
            "確認コードの形式が正しくありません。",
            "This is not the form of a follow-up code.",
            "受付のときに示された 13 文字のコードを確かめてください。",
            "Check the thirteen characters that were shown when it was received."),
    FOLLOW_UP_CODE_CHECK_CHARACTER(
            "follow-up-code-check-character",
            "確認コードの検査文字が一致しません。",
            "The check character of the follow-up code does not match.",
            "1文字違っている可能性があります。もう一度確かめてください。",
            "One character is probably wrong; look at it again."),

    KEY_FORMAT(
            "key-format",
            "キーの形式が正しくありません。",
            "This is not the form of a key.",
            "発行された値をそのまま使ってください。",
            "Use the value exactly as it was issued."),

    // ---- files ----
    COLUMN_MISSING(
            "column-missing",
            "この項目の列がファイルの見出し行にありません。",
            "The header of the file has no such column.",
            "レイアウトの見出し名を使うか、column.<項目>=<見出し> で対応づけてください。",
            "Use a title of the layout, or map the column with column.<field>=<title>."),
    COLUMN_UNKNOWN(
            "column-unknown",
            "この位置の見出しはレイアウトにありません。",
            "The title at this position is not one of the layout.",
            "見出しを直すか列を削るか、読み飛ばしてよければ otherColumns=ignore を指定してください。",
            "Correct the title, remove the column, or pass over it with otherColumns=ignore."),
    COLUMN_TWICE(
            "column-twice",
            "同じ項目の列が二つあります。",
            "Two columns stand for the same field.",
            "どちらか一方の列だけにしてください。",
            "Keep one of them."),
    ROW_UNDECODABLE(
            "row-undecodable",
            "この行に、文字として読めないバイトがあります。",
            "This row has bytes that are no characters.",
            "元の行の \\x で始まる箇所を直し、ファイルの文字コードを確かめてください。",
            "Mend the places that the original row shows as \\x, and check the encoding of the file."),
    ROW_QUOTES(
            "row-quotes",
            "引用符の対応がとれていません。",
            "The quotation marks of this row do not match.",
            "値を囲む \" を閉じ、値の中の \" は二つ重ねてください。",
            "Close the quotation mark around the value, and double those within it."),
    ROW_TOO_LONG(
            "row-too-long",
            "この行は長すぎます。",
            "This row is too long.",
            "1行は65,536バイトまでです。改行が抜けていないか確かめてください。",
            "A row has at most 65,536 bytes; a line break is probably missing."),
    ROW_COLUMN_COUNT(
            "row-column-count",
            "列の数が見出し行と合いません。",
            "This row has more or fewer columns than the header.",
            "カンマの過不足を確かめ、値の中のカンマは \" で囲んでください。",
            "Look for a comma too many or too few; a value with a comma is put in quotation marks."),
    ROW_NOT_JSON(
            "row-not-json",
            "この行は JSON として読めません。",
            "This row is not JSON.",
            "1行に1件の JSON オブジェクトを書いてください。",
            "Write one JSON object a line."),
    ROW_NOT_STORED(
            "row-not-stored",
            "この行はシステム側の不具合で登録できませんでした。",
            "This row could not be stored, through a fault of ours.",
            "この行だけを再送し、続くときは取込の番号と行番号を添えて運用者に知らせてください。",
            "Send this row again; if it fails again, tell the operator the import's id and the line."),
    ROW_OF_ANOTHER_INSURER(
            "row-of-another-insurer",
            "この行の保険者番号は、送信した保険者のものではありません。",
            "The insurer number of this row is not the sender's.",
            "自保険者の加入者だけを送ってください。",
            "Send your own insured persons only."),
    TEXT_PRIVATE_CHARACTER(
            "text-private-character",
            "外字が含まれています。ほかのシステムでは読めません。",
            "The text has a private-use character, which no other system can read.",
            "標準の文字に直すか、● に置き換えてください。",
            "Write it with a standard character, or put ● in its place."),
    DATE_NOT_READABLE(
            "date-not-readable",
            "日付として読めません。",
            "This cannot be read as a date.",
            "2026-04-01、20260401、令和8年4月1日、R8.4.1、5-080401 のいずれかの形で書いてください。",
            "Write it like 2026-04-01, 20260401, 令和8年4月1日, R8.4.1 or 5-080401."),
    DATE_OUTSIDE_ERA(
            "date-outside-era",
            "その元号の期間にない日付です。",
            "This day is not within its era.",
            "元号と年を確かめるか、西暦で書いてください。",
            "Check era and year, or write the year of the common era."),
    DATE_ERA_ENDED(
            "date-era-ended",
            "平成31年5月以降の日付を、令和元年の日付として読みました。",
            "A date after the end of Heisei was read as one of Reiwa 1.",
            "読み取りのとおりでよければ、何もする必要はありません。",
            "Nothing is to be done if that is what was meant.");

    private final String code;
    private final LocalizedText detail;
    private final LocalizedText nextStep;

    ValueFault(String code, String detailJa, String detailEn, String nextStepJa, String nextStepEn) {
        this.code = code;
        this.detail = new LocalizedText(detailJa, detailEn);
        this.nextStep = new LocalizedText(nextStepJa, nextStepEn);
    }

    public String code() {
        return code;
    }

    public LocalizedText detail() {
        return detail;
    }

    public LocalizedText nextStep() {
        return nextStep;
    }
}
