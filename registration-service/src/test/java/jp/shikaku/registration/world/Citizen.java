package jp.shikaku.registration.world;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** A synthetic person, and the bodies in which others report her. Each has a number of her own. */
public record Citizen(
        String individualNumber, String name, String nameKana, String birthDate, String sex, String address) {

    private static final AtomicLong LAST = new AtomicLong(System.nanoTime() % 10_000_000_000L);

    /** Hanako, one of many: only the number tells her from the others. */
    public static Citizen hanako() {
        return new Citizen(nextNumber(), "髙橋 花子", "タカハシ ハナコ", "1990-01-15", "2", "東京都千代田区霞が関1丁目2番3号");
    }

    /** Jiro, of whom the same is true. */
    public static Citizen jiro() {
        return new Citizen(nextNumber(), "佐藤 次郎", "サトウ ジロウ", "1985-06-01", "1", "大阪府大阪市北区梅田3-1-3");
    }

    /** An individual number that no other test uses. */
    public static String nextNumber() {
        String body = "%011d".formatted(LAST.incrementAndGet());
        int sum = 0;
        for (int n = 1; n <= 11; n++) {
            sum += (body.charAt(11 - n) - '0') * (n <= 6 ? n + 1 : n - 5);
        }
        int remainder = sum % 11;
        return body + (remainder <= 1 ? 0 : 11 - remainder);
    }

    /** As the resident register has her. */
    public Map<String, Object> resident() {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("individualNumber", individualNumber);
        entry.put("name", name);
        entry.put("nameKana", nameKana);
        entry.put("birthDate", birthDate);
        entry.put("sex", sex);
        entry.put("address", address);
        return entry;
    }

    /** As an employer reports her. */
    public Map<String, Object> report(String insurer, String acquired) {
        Map<String, Object> body = resident();
        body.put("insurerNumber", insurer);
        body.put("acquired", acquired);
        return body;
    }

    /** As an employer reports that she leaves. */
    public Map<String, Object> lossReport(String insurer, String lost) {
        Map<String, Object> body = resident();
        body.put("kind", "LOSS");
        body.put("insurerNumber", insurer);
        body.put("lost", lost);
        body.put("lossReason", "99");
        return body;
    }

    /** As an employer reports that she becomes the dependant of {@code insured}. */
    public Map<String, Object> dependantReport(Citizen insured, String insurer, String acquired) {
        Map<String, Object> body = report(insurer, acquired);
        body.put("kind", "DEPENDANT_CHANGE");
        body.put("relationship", "CHILD");
        body.put("insuredIndividualNumber", insured.individualNumber());
        body.put("insuredName", insured.name());
        return body;
    }

    /** As an insurer enrols her. */
    public Map<String, Object> enrolment(String acquired) {
        Map<String, Object> body = resident();
        body.put("symbol", "１２３");
        body.put("number", "45-" + individualNumber.substring(4));
        body.put("branch", "00");
        body.put("relation", "1");
        body.put("acquired", acquired);
        return body;
    }
}
