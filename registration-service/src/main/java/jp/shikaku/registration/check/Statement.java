package jp.shikaku.registration.check;

import java.util.List;
import java.util.Optional;

import jp.shikaku.contracts.hold.Finding;
import jp.shikaku.contracts.hold.FindingSeverity;
import jp.shikaku.contracts.text.LocalizedText;

/** What a rule says when it speaks: all of a finding but its severity. */
record Statement(String code, List<String> fields, LocalizedText message, LocalizedText remedy) {

    private static final LocalizedText CORRECT_OR_CONFIRM = new LocalizedText(
            "届書などの資料で確かめ、誤りなら訂正し、正しければ理由を付けて確認済みにしてください。",
            "Check it with the report: correct what is wrong, or confirm it with a reason.");

    static Statement about(String code, String ja, String en, String... fields) {
        return new Statement(code, List.of(fields), new LocalizedText(ja, en), CORRECT_OR_CONFIRM);
    }

    Statement remedy(String ja, String en) {
        return new Statement(code, fields, message, new LocalizedText(ja, en));
    }

    Finding as(FindingSeverity severity) {
        return new Finding(code, severity, fields, message, remedy);
    }

    Optional<Finding> when(boolean applies, FindingSeverity severity) {
        return applies ? Optional.of(as(severity)) : Optional.empty();
    }
}
