package jp.shikaku.registration.world;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.kit.testing.Tokens;
import jp.shikaku.local.identity.Role;

/** An insurer that no other test knows: what it counts is its own. */
public record Insurer(String number) {

    private static final AtomicInteger LAST = new AtomicInteger((int) (System.nanoTime() % 90_000));

    /** One more insurer that takes part; it insures employees. */
    public static Insurer newcomer() {
        return takingPart("06%05d".formatted(LAST.incrementAndGet()), "健康保険組合");
    }

    /** One more municipality, whose 国民健康保険 insures who lives there. */
    public static Insurer municipality() {
        int number = LAST.incrementAndGet() % 47_000;
        return takingPart("%02d%03d".formatted(number / 1000 + 1, number % 1000), "市国民健康保険");
    }

    /** One more insurer of those who are seventy-five or older (後期高齢者医療広域連合). */
    public static Insurer ofTheElderly() {
        return takingPart("39%05d".formatted(LAST.incrementAndGet()), "後期高齢者医療広域連合");
    }

    private static Insurer takingPart(String body, String name) {
        String number = IntStream.range(0, 10)
                .mapToObj(digit -> body + digit)
                .filter(Insurer::isNumber)
                .findFirst()
                .orElseThrow();
        Desk.operator()
                .body(Map.of("name", name))
                .put("/insurers/" + number)
                .then()
                .statusCode(201);
        return new Insurer(number);
    }

    /** A request of the insurer itself. */
    public RequestSpecification desk() {
        return Tokens.as(Role.INSURER, number).contentType(ContentType.JSON);
    }

    /** A request of one of its clerks. */
    public RequestSpecification clerk(String name) {
        return Tokens.as(name, Role.INSURER, number).contentType(ContentType.JSON);
    }

    public Response enrol(Map<String, Object> body) {
        return enrol(desk(), body);
    }

    public Response enrol(RequestSpecification who, Map<String, Object> body) {
        return who.header("Idempotency-Key", UUID.randomUUID()).body(body).post("/enrolments");
    }

    /** Enrols somebody with a name that the resident register has otherwise, and gives the hold. */
    public String holdOf(Citizen citizen) {
        return holdOf(desk(), citizen);
    }

    public String holdOf(RequestSpecification who, Citizen citizen) {
        Desk.knowResident(citizen);
        Map<String, Object> body = citizen.enrolment(Days.ago(10));
        body.put("name", "佐藤 花子");
        return enrol(who, body).then().statusCode(201).extract().path("holdId");
    }

    public Response decide(RequestSpecification who, String hold, String decision) {
        return who.body(Map.of("decision", decision, "reasonCode", "DOCUMENT_SEEN", "reason", "住民票の写しで確認"))
                .post("/holds/" + hold + "/decision");
    }

    private static boolean isNumber(String text) {
        try {
            return InsurerNumber.of(text).value().equals(text);
        } catch (InvalidValueException e) {
            return false;
        }
    }
}
