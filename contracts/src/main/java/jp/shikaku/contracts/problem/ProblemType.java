package jp.shikaku.contracts.problem;

import java.util.Arrays;
import java.util.Optional;

import jp.shikaku.contracts.text.LocalizedText;

/**
 * The one catalogue of refusals. A type owns its stable code, its HTTP status, its title and the caller's next step;
 * every refusal of every service is one of these, written as {@code application/problem+json} (RFC 9457).
 */
public enum ProblemType {
    // ---- the request itself ----
    MALFORMED_JSON(
            "malformed-json",
            400,
            "JSON として読めません",
            "The body is not JSON",
            "括弧・引用符・カンマを確かめて再送してください。",
            "Check brackets, quotes and commas, then send it again."),
    BODY_NOT_UTF8(
            "body-not-utf8",
            400,
            "本文が UTF-8 ではありません",
            "The body is not UTF-8",
            "文字コードを UTF-8 にして再送してください。",
            "Encode the body as UTF-8 and send it again."),
    UNKNOWN_FIELD(
            "unknown-field",
            400,
            "知らない項目が含まれています",
            "The body has a field that does not belong there",
            "errors の pointer が示す項目を削るか、綴りを直してください。",
            "Remove the field that errors[].pointer names, or correct its spelling."),
    VALUES_INVALID(
            "values-invalid",
            422,
            "受け付けられない値があります",
            "Some values cannot be accepted",
            "errors の各項目を直して再送してください。何も登録されていません。",
            "Correct each entry of errors and send it again; nothing was stored."),
    BODY_TOO_LARGE(
            "body-too-large",
            413,
            "本文が大きすぎます",
            "The body is too large",
            "1回の送信を上限以内に分けてください。",
            "Split it into requests below the limit."),
    MEDIA_TYPE_UNSUPPORTED(
            "media-type-unsupported",
            415,
            "このメディアタイプは受け付けません",
            "This media type is not accepted",
            "Content-Type: application/json で送信してください。",
            "Send it with Content-Type: application/json."),
    NOT_ACCEPTABLE(
            "not-acceptable",
            406,
            "求められた形式では返せません",
            "The answer is not available in that form",
            "Accept: application/json を指定してください。",
            "Ask with Accept: application/json."),
    METHOD_NOT_ALLOWED(
            "method-not-allowed",
            405,
            "このメソッドは使えません",
            "This method is not allowed here",
            "Allow ヘッダーにあるメソッドを使ってください。",
            "Use one of the methods in the Allow header."),
    PATH_UNKNOWN(
            "path-unknown",
            404,
            "この URL は存在しません",
            "There is nothing at this address",
            "API 仕様書でパスを確かめてください。",
            "Check the path in the API description."),

    // ---- who asks ----
    SIGN_IN_REQUIRED(
            "sign-in-required",
            401,
            "サインインが必要です",
            "Sign-in is required",
            "有効なトークンを Authorization: Bearer で送ってください。",
            "Send a valid token as Authorization: Bearer."),
    TOKEN_INVALID(
            "token-invalid",
            401,
            "トークンが無効か、期限が切れています",
            "The token is invalid or has expired",
            "サインインし直して新しいトークンを取得してください。",
            "Sign in again for a new token."),
    ROLE_NOT_ALLOWED(
            "role-not-allowed",
            403,
            "この役割ではできない操作です",
            "Your role may not do this",
            "必要な役割のアカウントでサインインしてください。",
            "Sign in with an account that has the role."),
    IDENTITY_CLAIM_INVALID(
            "identity-claim-invalid",
            403,
            "トークンに利用者の番号がないか、正しくありません",
            "The token does not say properly who you are",
            "アカウントの管理者に、役割に応じた番号の設定を依頼してください。",
            "Ask your account's administrator to set the number that belongs to the role."),

    FORM_EXPIRED(
            "form-expired",
            403,
            "このフォームは有効期限が切れています",
            "This form is no longer good",
            "前のページに戻って開き直し、もう一度送信してください。何も登録されていません。",
            "Go back, open the page anew and send it again; nothing was stored."),

    // ---- repeating and editing ----
    IDEMPOTENCY_KEY_REQUIRED(
            "idempotency-key-required",
            400,
            "Idempotency-Key ヘッダーが必要です",
            "An Idempotency-Key header is required",
            "届出ごとに新しい値(UUID など、1〜64文字)を付け、再送時は同じ値を使ってください。",
            "Send a fresh value (a UUID, 1 to 64 characters) per submission, and the same one when you repeat it."),
    IDEMPOTENCY_KEY_REUSED(
            "idempotency-key-reused",
            422,
            "同じ Idempotency-Key が別の内容で使われています",
            "This Idempotency-Key was used with another body",
            "内容を変えたときは新しい値を付けてください。",
            "Use a new value when the content differs."),
    IF_MATCH_REQUIRED(
            "if-match-required",
            428,
            "If-Match ヘッダーが必要です",
            "An If-Match header is required",
            "先に GET し、その ETag を If-Match に指定してください。",
            "GET it first and send its ETag as If-Match."),
    VERSION_CHANGED(
            "version-changed",
            412,
            "ほかの人が先に変更しました",
            "Somebody else changed it first",
            "GET し直して内容を確かめ、新しい ETag で再送してください。",
            "GET it again, look at what changed, and repeat with the new ETag."),

    // ---- registration ----
    REPORT_NOT_FOUND(
            "report-not-found",
            404,
            "届書が見つかりません",
            "There is no such report",
            "届書の番号を確かめてください。自社の届書だけが見られます。",
            "Check its id; you see your own reports only."),
    REPORT_REGISTERED(
            "report-registered",
            409,
            "保険者が登録を終えた届書は変更できません",
            "The insurer has registered this report; it cannot be changed",
            "内容に誤りがあれば保険者に連絡してください。退職などは資格喪失届で届け出てください。",
            "Tell the insurer what is wrong; report what has happened since as a report of its own."),
    REPORT_WITHDRAWN(
            "report-withdrawn",
            409,
            "取り下げた届書は変更できません",
            "A withdrawn report cannot be changed",
            "必要であれば新しい届書を提出してください。",
            "File a new report if needed."),
    FILED_REPORT_NOT_FOUND(
            "filed-report-not-found",
            404,
            "登録を待つ届書が見つかりません",
            "There is no such report waiting for registration",
            "一覧を取り直してください。取下げ・差戻し・届出先の訂正があった届書は一覧から外れます。",
            "Read the list again; what was withdrawn, returned or filed elsewhere is no longer in it."),
    REPORT_HAS_NO_RECORD(
            "report-has-no-record",
            409,
            "この届書で終わらせる加入者記録がありません",
            "There is no record of this person that the report could end",
            "本人の加入者記録を登録してから再実行するか、届書を事業主に差し戻してください。",
            "Enrol the person first, or send the report back to its employer."),
    REPORT_FILE_COLUMNS_INVALID(
            "report-file-columns-invalid",
            422,
            "届書ファイルの列を読み取れません",
            "The columns of the file of reports cannot be read",
            "errors の各列を直して再送してください。1行も登録されていません。ひな型は /report-files/template にあります。",
            "Correct each column of errors and send it again; no row was stored. /report-files/template has the columns."),
    ENROLMENT_NOT_FOUND(
            "enrolment-not-found",
            404,
            "加入者記録が見つかりません",
            "There is no such enrolment",
            "番号を確かめてください。自保険者の記録だけが見られます。",
            "Check its id; you see your own records only."),
    HOLD_NOT_FOUND(
            "hold-not-found",
            404,
            "確認待ちの記録が見つかりません",
            "There is no such hold",
            "番号を確かめてください。自保険者の記録だけが見られます。",
            "Check its id; you see your own records only."),
    HOLD_ALREADY_DECIDED(
            "hold-already-decided",
            409,
            "この確認はすでに終わっています",
            "This hold has been decided already",
            "GET して結果を確かめてください。",
            "GET it to see how it ended."),
    FOUR_EYES_REQUIRED(
            "four-eyes-required",
            403,
            "入力した本人は確認できません",
            "Whoever entered the record may not confirm it",
            "別の担当者が内容を確かめて確定してください。訂正と取下げは本人でもできます。",
            "Have a colleague look at it and confirm; you may still correct or withdraw it yourself."),
    RECHECK_NOT_FOUND(
            "recheck-not-found",
            404,
            "この全件チェックは見つかりません",
            "There is no such check of the stock",
            "/rechecks の一覧で番号を確かめてください。",
            "Look it up in the list at /rechecks."),
    RECHECK_UNDER_WAY(
            "recheck-under-way",
            409,
            "全件チェックがすでに動いています",
            "A check of the whole stock is under way",
            "/rechecks で進み具合を見て、終わるのを待つか、取り消してから始めてください。",
            "See its progress at /rechecks; wait for its end, or cancel it first."),
    RECHECK_OVER(
            "recheck-over",
            409,
            "この全件チェックは終わっています",
            "This check of the stock is over",
            "必要なら新しく始めてください。",
            "Start a new one if needed."),
    OVERLAP_LIST_NOT_FOUND(
            "overlap-list-not-found",
            404,
            "この資格重複の一覧は見つかりません",
            "There is no such list of overlaps",
            "/overlap-lists の一覧で番号を確かめてください。",
            "Look it up in the list at /overlap-lists."),
    OVERLAP_LIST_UNDER_WAY(
            "overlap-list-under-way",
            409,
            "資格重複の一覧を作成している途中です",
            "A list of overlaps is being compiled",
            "/overlap-lists で進み具合を見て、終わるのを待つか取り消してから始めてください。",
            "See its progress at /overlap-lists and wait for its end, or cancel it."),
    OVERLAP_LIST_OVER(
            "overlap-list-over",
            409,
            "この資格重複の一覧は終わっています",
            "This list of overlaps is over",
            "必要なら新しく始めてください。",
            "Start a new one if needed."),
    OVERLAP_LIST_TOO_EARLY(
            "overlap-list-too-early",
            409,
            "前回の一覧からまだ日が浅すぎます",
            "The last list of overlaps is too young",
            "届出と登録の期限が過ぎるのを待って作成してください(間隔は設定で変えられます)。",
            "Wait until a report that is on its way has arrived; the interval is configured."),
    OVERLAP_NOT_FOUND(
            "overlap-not-found",
            404,
            "この資格重複は見つかりません",
            "There is no such overlap",
            "番号を確かめてください。自保険者の資格についてだけ見られます。",
            "Check its id; you see those of your own coverages only."),
    OVERLAP_NOT_CLOSABLE(
            "overlap-not-closable",
            409,
            "この資格は職権で喪失処理できません",
            "This coverage may not be closed ex officio",
            "GET して obstacles の理由を確かめてください。何も変わっていません。",
            "GET it to see the obstacles; nothing has changed."),
    OVERLAP_CLOSED(
            "overlap-closed",
            409,
            "この資格はすでに喪失処理されています",
            "This coverage was closed already",
            "喪失が誤りなら、加入者記録を訂正してください。",
            "If that was wrong, correct the record."),
    RECORD_KEY_TAKEN(
            "record-key-taken",
            409,
            "この保険者管理番号の記録はすでにあります",
            "There is a record with this key already",
            "その記録を GET し、PUT で訂正するか、別の recordKey を付けてください。",
            "Correct that record with PUT, or give another recordKey."),
    ENROLMENT_WITHDRAWN(
            "enrolment-withdrawn",
            409,
            "取り下げられた記録は変更できません",
            "A withdrawn enrolment cannot be changed",
            "必要であれば新しい記録として登録してください。",
            "Enrol the person again if needed."),
    FILE_COLUMNS_INVALID(
            "file-columns-invalid",
            422,
            "ファイルの列を読み取れません",
            "The columns of the file cannot be read",
            "errors の各列を直して再送してください。1行も登録されていません。列の一覧は /enrolment-imports/layout にあります。",
            "Correct each column of errors and send it again; no row was stored. /enrolment-imports/layout lists the columns."),
    FILE_CHARSET_UNSUPPORTED(
            "file-charset-unsupported",
            415,
            "この文字コードのファイルは受け付けません",
            "Files in this encoding are not accepted",
            "UTF-8 か windows-31j(Shift_JIS)で保存し直して再送してください。",
            "Save it as UTF-8 or windows-31j (Shift_JIS) and send it again."),
    IMPORT_NOT_FOUND(
            "import-not-found",
            404,
            "ファイル取込が見つかりません",
            "There is no such import",
            "番号を確かめてください。自保険者の取込だけが見られます。",
            "Check its id; you see your own imports only."),
    IMPORT_ENDED(
            "import-ended",
            409,
            "このファイル取込はすでに終わっています",
            "This import has ended already",
            "GET して結果を確かめてください。",
            "GET it to see how it ended."),
    MISLINK_NOT_FOUND(
            "mislink-not-found",
            404,
            "誤紐付けの疑いの案件が見つかりません",
            "There is no such case of a suspected wrong link",
            "番号を確かめてください。自保険者の案件だけが見られます。",
            "Check its id; you see your own cases only."),
    MISLINK_ALREADY_DECIDED(
            "mislink-already-decided",
            409,
            "この案件はすでに終わっています",
            "This case has been decided already",
            "GET して結果を確かめてください。",
            "GET it to see how it ended."),
    MISLINK_NOTHING_SHOWN(
            "mislink-nothing-shown",
            409,
            "この照会・届書からは資格情報が表示されていません",
            "Nothing is shown by this confirmation or report",
            "番号を確かめてください。表示を止める対象がありません。",
            "Check the number; there is no display to be stopped."),
    DEAD_LETTER_NOT_FOUND(
            "dead-letter-not-found",
            404,
            "配信できなかった記録が見つかりません",
            "There is no such dead letter",
            "/linkage/dead-letters の一覧を取り直してください。すでに再送されていることがあります。",
            "Read the list at /linkage/dead-letters again; it may have been retried already."),

    // ---- eligibility ----
    COVERAGE_VERSION_STALE(
            "coverage-version-stale",
            409,
            "より新しい版がすでに反映されています",
            "A newer version has been applied already",
            "何もする必要はありません。古い版は捨てて構いません。",
            "Nothing is to be done; drop the older version."),
    COVERAGE_VERSION_CONFLICT(
            "coverage-version-conflict",
            409,
            "同じ版が別の内容で反映されています",
            "The same version was applied with another content",
            "送信側の不具合です。版を上げて送り直してください。",
            "The sender is at fault; send the change as a new version."),
    COVERAGE_NOT_FOUND(
            "coverage-not-found", 404, "資格の記録が見つかりません", "There is no such coverage", "番号を確かめてください。", "Check its id."),
    CONFIRMATION_NOT_FOUND(
            "confirmation-not-found",
            404,
            "照会番号が見つかりません",
            "There is no such confirmation",
            "番号をもう一度読み上げてもらってください。",
            "Have the number read out once more."),
    CERTIFICATE_NOT_BOUND(
            "certificate-not-bound",
            422,
            "このカードは健康保険証の利用登録が確認できません",
            "This card is not known to be registered for health insurance",
            "カードリーダーで利用登録をしてもらうか、資格確認書などの保険者番号・記号・番号で照会してください（POST /confirmations）。",
            "Have the patient register at the card reader, or ask by insurer, symbol and number (POST /confirmations)."),
    CERTIFICATE_EXPIRED(
            "certificate-expired",
            422,
            "電子証明書の有効期限が切れ、資格確認に使える期間も過ぎています",
            "The certificate has expired, and the time in which it still served for eligibility is over",
            "市区町村の窓口で電子証明書を更新するよう案内し、今回は資格確認書などの保険者番号・記号・番号で照会してください（POST /confirmations）。",
            "Send the patient to the municipality to renew it; for today ask by insurer, symbol and number (POST /confirmations)."),
    CERTIFICATE_SUSPENDED(
            "certificate-suspended",
            422,
            "このカードは利用が一時停止されています",
            "This card has been suspended",
            "カードを本人が持っているかを確かめてください。本人は個人番号カードコールセンターへ。今回は資格確認書などの番号で照会してください（POST /confirmations）。",
            "Make sure that it is the holder who has the card, who then calls the card's call centre; for today ask by insurer, symbol and number (POST /confirmations)."),
    CERTIFICATE_REVOKED(
            "certificate-revoked",
            422,
            "この電子証明書は失効しています",
            "This certificate has been revoked",
            "更新後の新しいカードがないかを尋ね、なければ市区町村の窓口を案内してください。今回は資格確認書などの番号で照会してください（POST /confirmations）。",
            "Ask for a newer card; if there is none, send the patient to the municipality. For today ask by insurer, symbol and number (POST /confirmations)."),
    WATCH_NOT_FOUND(
            "watch-not-found",
            404,
            "この見張りは見つかりません",
            "There is no such watch",
            "/watches の一覧で番号を確かめてください。自院の見張りだけが見られます。",
            "Look it up in the list at /watches; you see your own only."),
    WATCH_NOT_NEEDED(
            "watch-not-needed",
            409,
            "この照会は「資格（有効）」でした。見張るものがありません",
            "This confirmation was answered “valid”: there is nothing to wait for",
            "いまの資格を知りたいときは照会し直してください。",
            "Ask again to know how it stands now."),
    WATCH_ENDED(
            "watch-ended",
            409,
            "この見張りはすでに終わっています",
            "This watch has ended already",
            "GET して結果を確かめてください。",
            "GET it to see how it ended."),
    WATCHES_TOO_MANY(
            "watches-too-many",
            409,
            "続いている見張りが多すぎます",
            "Too many watches are open",
            "不要な見張りを取り消してください。上限は設定で変えられます。",
            "Cancel those that nobody needs; the limit is configured."),
    WEBHOOK_NOT_FOUND(
            "webhook-not-found",
            404,
            "この通知先は見つかりません",
            "There is no such webhook",
            "/webhooks の一覧で番号を確かめてください。自院の通知先だけが見られます。",
            "Look it up in the list at /webhooks; you see your own only."),
    WEBHOOKS_TOO_MANY(
            "webhooks-too-many",
            409,
            "通知先が多すぎます",
            "Too many webhooks",
            "使っていない通知先を削除してください。",
            "Delete one that is not in use."),
    WEBHOOK_DEAD_LETTER_NOT_FOUND(
            "webhook-dead-letter-not-found",
            404,
            "送れなかった通知が見つかりません",
            "There is no such dead letter",
            "/webhook-dead-letters の一覧を取り直してください。すでに再送されていることがあります。",
            "Read the list at /webhook-dead-letters again; it may have been retried already."),
    UNDETERMINED(
            "undetermined",
            503,
            "判定不能: いまは資格を確かめられません",
            "Undetermined: eligibility cannot be found out right now",
            "「資格情報なし」ではありません。Retry-After の秒数をおいて再照会し、続くときはシステム障害時の手順をとってください。",
            "This is not “no eligibility information”. Ask again after Retry-After; if it lasts, follow the outage procedure."),

    TOO_MANY_REQUESTS(
            "too-many-requests",
            429,
            "照会が多すぎます",
            "Too many requests",
            "Retry-After の秒数をおいて、同じ内容で再送してください。多数の照会には一括照会を使ってください。",
            "Repeat the same request after Retry-After; ask about many cards by a bulk inquiry."),

    BATCH_NOT_FOUND(
            "batch-not-found",
            404,
            "一括照会が見つかりません",
            "There is no such batch",
            "番号を確かめてください。自機関の一括照会だけが見られ、保存期間を過ぎると消えます。",
            "Check its id; you see your own batches only, and only until they expire."),
    BATCH_NOT_COMPLETED(
            "batch-not-completed",
            409,
            "一括照会はまだ終わっていません",
            "The batch is not completed yet",
            "GET または events で進み具合を見て、state が COMPLETED になってから結果を取得してください。",
            "Follow its progress by GET or events, and fetch the result once its state is COMPLETED."),
    BATCH_ROW_COUNT(
            "batch-row-count",
            422,
            "一括照会の件数が範囲外です",
            "The batch has no rows, or too many",
            "1〜100,000件(上限は設定による)に分けて送信してください。何も受け付けていません。",
            "Send 1 to 100,000 rows (or what is configured) at a time; nothing was taken over."),
    BATCH_COLUMNS_INVALID(
            "batch-columns-invalid",
            422,
            "一括照会ファイルの列を読み取れません",
            "The columns of the batch cannot be read",
            "errors の各列を直して再送してください。1件も受け付けていません。列は /confirmation-batches/template にあります。",
            "Correct each column of errors and send it again; no row was taken over. /confirmation-batches/template has the columns."),
    BATCHES_WAITING(
            "batches-waiting",
            429,
            "終わっていない一括照会が多すぎます",
            "Too many batches of yours are unfinished",
            "先に送信した一括照会が終わるのを待つか、不要なものを DELETE してから再送してください。",
            "Wait until one of them is completed, or DELETE one that is not needed, and send it again."),

    // ---- inquiry ----
    FAQ_NOT_FOUND(
            "faq-not-found",
            404,
            "この質問は見つかりません",
            "There is no such question",
            "/faq の一覧から選んでください。",
            "Choose one from the list at /faq."),
    FAQ_DRAFT_NOT_FOUND(
            "faq-draft-not-found",
            404,
            "この下書きは見つかりません",
            "There is no such draft",
            "/faq-drafts の一覧から選んでください。",
            "Choose one from the list at /faq-drafts."),
    FAQ_DRAFT_STATE(
            "faq-draft-state",
            409,
            "下書きのいまの状態ではできません",
            "The draft's state does not allow this",
            "GET して state を確かめてください。公開後の修正は新しい下書きで行います。",
            "GET it and look at its state; what is published is corrected by a new draft."),
    FAQ_REVIEW_OWN(
            "faq-review-own",
            403,
            "自分が書いた下書きは承認できません",
            "Who wrote on a draft cannot approve it",
            "書いていない別の担当者に確認を頼んでください。",
            "Ask a colleague who did not write on it."),
    DISPLAY_NOT_FOUND(
            "display-not-found",
            404,
            "この表示の説明は見つかりません",
            "There is no such display",
            "/displays の一覧から選んでください。",
            "Choose one from the list at /displays."),
    NOTICE_NOT_FOUND(
            "notice-not-found",
            404,
            "この通知は見つかりません",
            "There is no such notice",
            "/notices の一覧から選んでください。",
            "Choose one from the list at /notices."),
    NOTICE_WITHDRAWN(
            "notice-withdrawn",
            409,
            "取り消された通知です",
            "This notice was withdrawn",
            "送るには新しい版を公開してください。",
            "Publish a new version to send it again."),
    NOTICE_LINK_UNKNOWN(
            "notice-link-unknown",
            404,
            "この確認用リンクは使えません",
            "This link does not work",
            "メールのリンク全体を開いてください。解決しないときは送信元に知らせてください。",
            "Open the whole link of the mail; if that does not help, tell its sender."),
    NOTICE_ADDRESSEE_NOT_FOUND(
            "notice-addressee-not-found",
            404,
            "この送付先は見つかりません",
            "There is no such addressee",
            "/notice-addressees の一覧から選んでください。",
            "Choose one from the list at /notice-addressees."),
    NOTICE_DEAD_LETTER_NOT_FOUND(
            "notice-dead-letter-not-found",
            404,
            "送れなかったメールが見つかりません",
            "There is no such dead letter",
            "/notice-dead-letters の一覧を取り直してください。すでに再送されていることがあります。",
            "Read the list at /notice-dead-letters again; it may have been retried already."),
    HOTLINE_LINE_NOT_FOUND(
            "hotline-line-not-found",
            404,
            "この電話窓口は見つかりません",
            "There is no such telephone line",
            "/hotline の一覧から選んでください。",
            "Choose one from the list at /hotline."),
    TICKET_NOT_FOUND(
            "ticket-not-found",
            404,
            "この受付は見つかりません",
            "There is no such inquiry",
            "受付番号と確認コードを確かめてください。保存期間を過ぎた受付は見られません。",
            "Check the ticket number and the follow-up code; what is past its keeping time is gone."),
    TICKET_STATE(
            "ticket-state",
            409,
            "受付のいまの状態ではできません",
            "The state of the inquiry does not allow this",
            "GET して state を確かめてください。回答の前に担当を決めます。",
            "GET it and look at its state; assign it before answering."),
    TICKET_PURGED(
            "ticket-purged",
            409,
            "個人情報を消去した受付は変更できません",
            "The personal data of this inquiry were purged; it cannot be changed",
            "必要なら新しい受付を作ってください。",
            "Open a new one if needed."),
    TICKET_FULL(
            "ticket-full",
            409,
            "この受付にはこれ以上書き込めません",
            "No more can be written to this inquiry",
            "新しい受付を作り、この受付番号を書き添えてください。",
            "Open a new one and mention this ticket number."),
    TICKETS_TOO_MANY(
            "tickets-too-many",
            429,
            "短い間に多くの送信がありました",
            "Too much was sent in a short time",
            "Retry-After の秒数をおいて再送してください。お急ぎのときは電話窓口(/hotline)をご利用ください。",
            "Repeat it after Retry-After; if it is urgent, call the hotline (/hotline)."),

    // ---- our side ----
    TEMPORARILY_UNAVAILABLE(
            "temporarily-unavailable",
            503,
            "一時的に利用できません",
            "Temporarily unavailable",
            "Retry-After の秒数をおいて、同じ内容で再送してください。",
            "Repeat the same request after Retry-After."),
    INTERNAL_ERROR(
            "internal-error",
            500,
            "システム内部のエラーです",
            "Something went wrong on our side",
            "再送しても続くときは、instance の値を添えて運用者に知らせてください。",
            "If it happens again, tell the operator the value of instance.");

    private final String code;
    private final int status;
    private final LocalizedText title;
    private final LocalizedText nextStep;

    ProblemType(String code, int status, String titleJa, String titleEn, String nextStepJa, String nextStepEn) {
        this.code = code;
        this.status = status;
        this.title = new LocalizedText(titleJa, titleEn);
        this.nextStep = new LocalizedText(nextStepJa, nextStepEn);
    }

    /** The type whose code is {@code code}, if the catalogue has it. */
    public static Optional<ProblemType> withCode(String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
    }

    /** Stable, lower case, hyphenated. Clients branch on it. */
    public String code() {
        return code;
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    public LocalizedText title() {
        return title;
    }

    public LocalizedText nextStep() {
        return nextStep;
    }

    /** The {@code type} member of RFC 9457: a URN, as the catalogue is not bound to one host. */
    public String uri() {
        return "urn:shikaku:problem:" + code;
    }

    /** A refusal of this type, to be thrown. */
    public ProblemException exception() {
        return new ProblemException(this);
    }
}
