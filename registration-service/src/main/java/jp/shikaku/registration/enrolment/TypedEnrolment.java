package jp.shikaku.registration.enrolment;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.jboss.resteasy.reactive.RestForm;

import jp.shikaku.contracts.enrolment.Enrolment;
import jp.shikaku.contracts.enrolment.EnrolmentRequest;
import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.kit.file.WrittenDate;
import jp.shikaku.kit.page.Form;

/** A record as a clerk types it. The individual number is taken in and never shown again, not even when sent back (R5). */
class TypedEnrolment {

    static final Map<String, LocalizedText> NAMES = names();

    @RestForm
    String recordKey;

    @RestForm
    String individualNumber;

    @RestForm
    String symbol;

    @RestForm
    String number;

    @RestForm
    String branch;

    @RestForm
    String cardClass;

    @RestForm
    String cardIssuedOn;

    @RestForm
    String cardValidFrom;

    @RestForm
    String cardExpiresOn;

    @RestForm
    String name;

    @RestForm
    String nameKana;

    @RestForm
    String nameOther;

    @RestForm
    String nameOtherKana;

    @RestForm
    String birthDate;

    @RestForm
    String sex;

    @RestForm
    String sexOnCard;

    @RestForm
    String postalCode;

    @RestForm
    String address;

    @RestForm
    String relation;

    @RestForm
    String burdenShare;

    @RestForm
    String acquired;

    @RestForm
    String lost;

    @RestForm
    String lossReason;

    EnrolmentRequest request() {
        return new EnrolmentRequest(
                recordKey,
                individualNumber,
                symbol,
                number,
                branch,
                cardClass,
                WrittenDate.isoOrAsTyped(cardIssuedOn),
                WrittenDate.isoOrAsTyped(cardValidFrom),
                WrittenDate.isoOrAsTyped(cardExpiresOn),
                name,
                nameKana,
                nameOther,
                nameOtherKana,
                WrittenDate.isoOrAsTyped(birthDate),
                sex,
                sexOnCard,
                postalCode,
                address,
                relation,
                burdenShare,
                WrittenDate.isoOrAsTyped(acquired),
                WrittenDate.isoOrAsTyped(lost),
                lossReason);
    }

    /** What was typed, without the individual number. */
    Form form() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("recordKey", recordKey);
        values.put("symbol", symbol);
        values.put("number", number);
        values.put("branch", branch);
        values.put("cardClass", cardClass);
        values.put("cardIssuedOn", cardIssuedOn);
        values.put("cardValidFrom", cardValidFrom);
        values.put("cardExpiresOn", cardExpiresOn);
        values.put("name", name);
        values.put("nameKana", nameKana);
        values.put("nameOther", nameOther);
        values.put("nameOtherKana", nameOtherKana);
        values.put("birthDate", birthDate);
        values.put("sex", sex);
        values.put("sexOnCard", sexOnCard);
        values.put("postalCode", postalCode);
        values.put("address", address);
        values.put("relation", relation);
        values.put("burdenShare", burdenShare);
        values.put("acquired", acquired);
        values.put("lost", lost);
        values.put("lossReason", lossReason);
        values.values().removeIf(Objects::isNull);
        return Form.with(values).named(NAMES);
    }

    /** A form that says what is stored; the individual number has to be typed again. */
    static Form of(Enrolment stored) {
        TypedEnrolment typed = new TypedEnrolment();
        typed.recordKey = stored.recordKey();
        typed.symbol = stored.symbol();
        typed.number = stored.number();
        typed.branch = stored.branch();
        typed.cardClass = stored.cardClass() == null ? null : stored.cardClass().code();
        typed.cardIssuedOn = text(stored.cardIssuedOn());
        typed.cardValidFrom = text(stored.cardValidFrom());
        typed.cardExpiresOn = text(stored.cardExpiresOn());
        typed.name = stored.name();
        typed.nameKana = stored.nameKana();
        typed.nameOther = stored.nameOther();
        typed.nameOtherKana = stored.nameOtherKana();
        typed.birthDate = text(stored.birthDate());
        typed.sex = stored.sex() == null ? null : stored.sex().code();
        typed.sexOnCard = stored.sexOnCard() == null ? null : stored.sexOnCard().code();
        typed.postalCode = stored.postalCode();
        typed.address = stored.address();
        typed.relation = stored.relation() == null ? null : stored.relation().code();
        typed.burdenShare =
                stored.burdenShare() == null ? null : stored.burdenShare().code();
        typed.acquired = text(stored.acquired());
        typed.lost = text(stored.lost());
        typed.lossReason =
                stored.lossReason() == null ? null : stored.lossReason().code();
        return typed.form();
    }

    private static String text(LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static Map<String, LocalizedText> names() {
        Map<String, LocalizedText> names = new LinkedHashMap<>();
        names.put("individualNumber", new LocalizedText("個人番号", "Individual number"));
        names.put("symbol", new LocalizedText("記号", "Symbol"));
        names.put("number", new LocalizedText("番号", "Number"));
        names.put("branch", new LocalizedText("枝番", "Branch"));
        names.put("name", new LocalizedText("氏名（漢字）", "Name"));
        names.put("nameKana", new LocalizedText("氏名（カナ）", "Name in kana"));
        names.put("birthDate", new LocalizedText("生年月日", "Date of birth"));
        names.put("sex", new LocalizedText("性別", "Sex"));
        names.put("postalCode", new LocalizedText("郵便番号", "Postal code"));
        names.put("address", new LocalizedText("住所", "Address"));
        names.put("relation", new LocalizedText("本人・家族", "Covered as"));
        names.put("burdenShare", new LocalizedText("負担割合", "Patient’s share"));
        names.put("acquired", new LocalizedText("資格取得日", "Acquired"));
        names.put("lost", new LocalizedText("資格喪失日", "Lost"));
        names.put("lossReason", new LocalizedText("喪失の事由", "Reason of loss"));
        return names;
    }
}
