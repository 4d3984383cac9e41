package jp.shikaku.local.demo;

import java.time.LocalDate;
import java.util.random.RandomGenerator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import jp.shikaku.local.population.Numbers;

/**
 * Who plays. Hanako and her cards are made anew for every performance, so that the story can be told twice on the same
 * data; nobody of this name and number exists.
 *
 * @param oldNumber number on the card of insurer A
 * @param newNumber number on the card of insurer B
 */
record Cast(String individualNumber, String oldNumber, String newNumber) {

    static final String INSURER_A = Numbers.insurer("0613999");
    static final String INSURER_B = Numbers.insurer("0113999");
    static final String COMPANY_B = Numbers.corporate(990_000_000_001L);
    static final String CLINIC = Numbers.institution("131999999");
    static final String AGENT = "agent-7";
    static final String OPERATOR = "op-1";
    static final String CERTIFIER = "jpki";

    static final LocalDate BIRTH_DATE = LocalDate.of(1990, 1, 15);
    /** Month and day exchanged by the clerk, as happens with dates written by hand. */
    static final LocalDate WRONG_BIRTH_DATE = LocalDate.of(1990, 1, 25);

    private static final String NAME = "見本 花子";
    private static final String KANA = "ミホン ハナコ";
    private static final String ADDRESS = "東京都千代田区霞が関一丁目2番2号";
    private static final String SYMBOL_A = "見本A";
    private static final String SYMBOL_B = "見本B";
    private static final String BRANCH = "00";
    private static final String FEMALE = "2";
    private static final String INSURED_PERSON = "1";

    static Cast forThisPerformance(RandomGenerator random) {
        return new Cast(
                Numbers.individual(random.nextLong(10_000_000_000L, 100_000_000_000L)),
                Integer.toString(random.nextInt(100_000, 1_000_000)),
                Integer.toString(random.nextInt(100_000, 1_000_000)));
    }

    ObjectNode inResidentRegister() {
        return fiveItems(BIRTH_DATE).put("individualNumber", individualNumber);
    }

    /** The 資格取得届 of company B. */
    ObjectNode report(LocalDate acquired) {
        return fiveItems(BIRTH_DATE)
                .put("insurerNumber", INSURER_B)
                .put("individualNumber", individualNumber)
                .put("acquired", acquired.toString());
    }

    /** What insurer A has registered; {@code lost} is {@code null} while the coverage lasts. */
    ObjectNode enrolmentAtA(LocalDate acquired, LocalDate lost) {
        ObjectNode enrolment =
                enrolment(BIRTH_DATE, acquired).put("symbol", SYMBOL_A).put("number", oldNumber);
        return lost == null ? enrolment : enrolment.put("lost", lost.toString()).put("lossReason", "99");
    }

    /** What insurer B registers, with the birth date as it was typed. */
    ObjectNode enrolmentAtB(LocalDate acquired, LocalDate birthDate) {
        return enrolment(birthDate, acquired).put("symbol", SYMBOL_B).put("number", newNumber);
    }

    /** The question of a clinic that holds the card of insurer A. */
    ObjectNode oldCard() {
        return card(INSURER_A, SYMBOL_A, oldNumber, BIRTH_DATE);
    }

    /** The question of a clinic that holds the card of insurer B. */
    ObjectNode newCard() {
        return card(INSURER_B, SYMBOL_B, newNumber, BIRTH_DATE);
    }

    /** The same, with the wrong birth date: it must not find the held record either. */
    ObjectNode newCardWithWrongBirthDate() {
        return card(INSURER_B, SYMBOL_B, newNumber, WRONG_BIRTH_DATE);
    }

    /** What the authority of certificates says of the one on her individual-number card. */
    ObjectNode binding(LocalDate expiresOn) {
        ObjectNode binding = JsonNodeFactory.instance
                .objectNode()
                .put("serial", serial())
                .put("version", 1)
                .put("individualNumber", individualNumber)
                .put("state", "ACTIVE")
                .put("expiresOn", expiresOn.toString());
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.putArray("bindings").add(binding);
        return request;
    }

    /** The question of a clinic that has her individual-number card in its reader. */
    ObjectNode individualNumberCard() {
        return JsonNodeFactory.instance.objectNode().put("certificateSerial", serial());
    }

    /** As new as her insurance cards, in hexadecimal digits as it happens. */
    private String serial() {
        return "5A" + oldNumber + newNumber;
    }

    private ObjectNode enrolment(LocalDate birthDate, LocalDate acquired) {
        return fiveItems(birthDate)
                .put("individualNumber", individualNumber)
                .put("branch", BRANCH)
                .put("relation", INSURED_PERSON)
                .put("acquired", acquired.toString());
    }

    private static ObjectNode fiveItems(LocalDate birthDate) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", NAME)
                .put("nameKana", KANA)
                .put("birthDate", birthDate.toString())
                .put("sex", FEMALE)
                .put("address", ADDRESS);
    }

    private static ObjectNode card(String insurer, String symbol, String number, LocalDate birthDate) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("insurerNumber", insurer)
                .put("symbol", symbol)
                .put("number", number)
                .put("birthDate", birthDate.toString());
    }
}
