package jp.shikaku.registration.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jboss.resteasy.reactive.RestForm;

import jp.shikaku.contracts.report.ReportRegistrationRequest;
import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.kit.page.Choice;
import jp.shikaku.kit.page.Form;

/** What a clerk adds to a filed report to make a record of it. */
class TypedRegistration {

    static final List<Choice> SHARES = List.of(
            Choice.of("", "登録しない", "Not given"),
            Choice.of("030", "3割", "30 %"),
            Choice.of("020", "2割", "20 %"),
            Choice.of("010", "1割", "10 %"));

    private static final Map<String, LocalizedText> NAMES = Map.of(
            "recordKey", new LocalizedText("管理番号", "Your key"),
            "symbol", new LocalizedText("記号", "Symbol"),
            "number", new LocalizedText("番号", "Number"),
            "branch", new LocalizedText("枝番", "Branch"),
            "postalCode", new LocalizedText("郵便番号", "Postal code"),
            "burdenShare", new LocalizedText("負担割合", "Patient’s share"));

    @RestForm
    String recordKey;

    @RestForm
    String symbol;

    @RestForm
    String number;

    @RestForm
    String branch;

    @RestForm
    String postalCode;

    @RestForm
    String burdenShare;

    ReportRegistrationRequest request() {
        return new ReportRegistrationRequest(
                recordKey, symbol, number, branch, null, null, null, null, null, null, null, postalCode, burdenShare);
    }

    Form form() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("recordKey", recordKey);
        values.put("symbol", symbol);
        values.put("number", number);
        values.put("branch", branch);
        values.put("postalCode", postalCode);
        values.put("burdenShare", burdenShare);
        values.values().removeIf(Objects::isNull);
        return Form.with(values).named(NAMES);
    }
}
