package jp.shikaku.eligibility.reception;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jboss.resteasy.reactive.RestForm;

import jp.shikaku.contracts.confirmation.ConfirmationRequest;
import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.eligibility.confirmation.CardQuestion;
import jp.shikaku.kit.file.WrittenDate;
import jp.shikaku.kit.page.Form;

/** What the desk has typed: dates as they stand on cards, in the Japanese or the common era. */
class TypedQuestion {

    private static final Map<String, LocalizedText> NAMES = Map.of(
            "insurerNumber", new LocalizedText("保険者番号", "Insurer number"),
            "symbol", new LocalizedText("記号", "Symbol"),
            "number", new LocalizedText("番号", "Number"),
            "branch", new LocalizedText("枝番", "Branch"),
            "birthDate", new LocalizedText("生年月日", "Date of birth"),
            "asOf", new LocalizedText("診療日", "Day of care"));

    @RestForm
    String insurerNumber;

    @RestForm
    String symbol;

    @RestForm
    String number;

    @RestForm
    String branch;

    @RestForm
    String birthDate;

    @RestForm
    String asOf;

    /** Made with the form: sent twice, it is one question. */
    @RestForm
    String key;

    /** As the interface of programs asks it. */
    ConfirmationRequest request() {
        return request(new ValueReader());
    }

    /** @throws ProblemException naming every value that cannot be accepted */
    CardQuestion question(LocalDate today) {
        ValueReader dates = new ValueReader();
        ConfirmationRequest request = request(dates);
        try {
            CardQuestion question = CardQuestion.read(request, today);
            dates.refuseIfAnyInvalid();
            return question;
        } catch (ProblemException e) {
            throw new ProblemException(ProblemType.VALUES_INVALID, together(e.errors(), dates.faults()));
        }
    }

    Form form() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("insurerNumber", insurerNumber);
        values.put("symbol", symbol);
        values.put("number", number);
        values.put("branch", branch);
        values.put("birthDate", birthDate);
        values.put("asOf", asOf);
        values.values().removeIf(value -> value == null);
        return Form.with(values).named(NAMES);
    }

    private ConfirmationRequest request(ValueReader dates) {
        return new ConfirmationRequest(
                insurerNumber,
                symbol,
                number,
                branch,
                iso(dates, "/birthDate", birthDate),
                iso(dates, "/asOf", asOf),
                null);
    }

    /** As it was typed where it cannot be read: the one who reads the request refuses it. */
    private static String iso(ValueReader dates, String pointer, String text) {
        String iso = dates.optional(pointer, text, written -> WrittenDate.toIso(written, fault -> {}));
        return iso == null ? text : iso;
    }

    /** Of a date it is told why it cannot be read, and not that programs write dates otherwise. */
    private static List<InvalidField> together(List<InvalidField> refused, List<InvalidField> dates) {
        Set<String> told = dates.stream().map(InvalidField::pointer).collect(Collectors.toSet());
        List<InvalidField> all = new ArrayList<>(refused);
        all.removeIf(field -> told.contains(field.pointer()));
        all.addAll(dates);
        return all;
    }
}
