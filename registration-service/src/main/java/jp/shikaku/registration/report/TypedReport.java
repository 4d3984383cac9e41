package jp.shikaku.registration.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.jboss.resteasy.reactive.RestForm;

import jp.shikaku.contracts.report.Report;
import jp.shikaku.contracts.report.ReportRequest;
import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.kit.file.WrittenDate;
import jp.shikaku.kit.page.Form;

/** A report as an employer types it. Individual numbers are taken in and never shown again (R5). */
class TypedReport {

    static final Map<String, LocalizedText> NAMES = names();

    @RestForm
    String insurerNumber;

    @RestForm
    String individualNumber;

    @RestForm
    String name;

    @RestForm
    String nameKana;

    @RestForm
    String birthDate;

    @RestForm
    String sex;

    @RestForm
    String address;

    @RestForm
    String acquired;

    @RestForm
    String kind;

    @RestForm
    String lost;

    @RestForm
    String lossReason;

    @RestForm
    String relationship;

    @RestForm
    String insuredIndividualNumber;

    @RestForm
    String insuredName;

    @RestForm
    String reference;

    ReportRequest request() {
        return new ReportRequest(
                insurerNumber,
                individualNumber,
                name,
                nameKana,
                WrittenDate.isoOrAsTyped(birthDate),
                sex,
                address,
                WrittenDate.isoOrAsTyped(acquired),
                kind,
                WrittenDate.isoOrAsTyped(lost),
                lossReason,
                relationship,
                insuredIndividualNumber,
                insuredName,
                reference);
    }

    /** What was typed, without the individual numbers. */
    Form form() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("insurerNumber", insurerNumber);
        values.put("name", name);
        values.put("nameKana", nameKana);
        values.put("birthDate", birthDate);
        values.put("sex", sex);
        values.put("address", address);
        values.put("acquired", acquired);
        values.put("lost", lost);
        values.put("lossReason", lossReason);
        values.put("relationship", relationship);
        values.put("insuredName", insuredName);
        values.put("reference", reference);
        values.values().removeIf(Objects::isNull);
        return Form.with(values).named(NAMES);
    }

    /** A form that says what its employer sees of a report: the person has to be typed again. */
    static Form of(Report stored) {
        TypedReport typed = new TypedReport();
        typed.insurerNumber =
                stored.insurerNumber() == null ? null : stored.insurerNumber().value();
        typed.acquired = Objects.toString(stored.acquired(), null);
        typed.lost = Objects.toString(stored.lost(), null);
        typed.reference = stored.reference();
        return typed.form();
    }

    private static Map<String, LocalizedText> names() {
        Map<String, LocalizedText> names = new LinkedHashMap<>();
        names.put("kind", new LocalizedText("届書の種類", "Kind of report"));
        names.put("insurerNumber", new LocalizedText("保険者番号", "Insurer"));
        names.put("individualNumber", new LocalizedText("個人番号", "Individual number"));
        names.put("name", new LocalizedText("氏名（漢字）", "Name"));
        names.put("nameKana", new LocalizedText("氏名（カナ）", "Name in kana"));
        names.put("birthDate", new LocalizedText("生年月日", "Date of birth"));
        names.put("sex", new LocalizedText("性別", "Sex"));
        names.put("address", new LocalizedText("住所", "Address"));
        names.put("acquired", new LocalizedText("資格取得日", "Acquired"));
        names.put("lost", new LocalizedText("資格喪失日", "Lost"));
        names.put("lossReason", new LocalizedText("喪失の事由", "Reason of loss"));
        names.put("relationship", new LocalizedText("続柄", "Relationship"));
        names.put("insuredName", new LocalizedText("被保険者の氏名", "Name of the insured person"));
        names.put("insuredIndividualNumber", new LocalizedText("被保険者の個人番号", "Insured person’s individual number"));
        names.put("reference", new LocalizedText("控え番号", "Your reference"));
        return names;
    }
}
