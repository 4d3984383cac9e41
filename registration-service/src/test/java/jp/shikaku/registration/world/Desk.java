package jp.shikaku.registration.world;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import jp.shikaku.kit.testing.Tokens;
import jp.shikaku.local.identity.Role;

/** What each party does at its desk, over HTTP. */
public final class Desk {

    public static final String INSURER = "06139992";
    public static final String OTHER_INSURER = "01139997";
    public static final String UNKNOWN_INSURER = "39999990";
    public static final String EMPLOYER = "1010601008968";
    public static final String OTHER_EMPLOYER = "2010001163289";

    private Desk() {}

    public static RequestSpecification insurer() {
        return json(Tokens.as(Role.INSURER, INSURER));
    }

    public static RequestSpecification otherInsurer() {
        return json(Tokens.as(Role.INSURER, OTHER_INSURER));
    }

    public static RequestSpecification employer() {
        return json(Tokens.as(Role.EMPLOYER, EMPLOYER));
    }

    public static RequestSpecification otherEmployer() {
        return json(Tokens.as(Role.EMPLOYER, OTHER_EMPLOYER));
    }

    public static RequestSpecification operator() {
        return json(Tokens.as(Role.OPERATOR, "op-1"));
    }

    public static RequestSpecification service() {
        return json(Tokens.as(Role.SERVICE, "inquiry"));
    }

    /** Both insurers and both employers take part. */
    public static void knowParties() {
        List.of(INSURER, OTHER_INSURER)
                .forEach(number -> operator().body(Map.of("name", "健康保険組合")).put("/insurers/" + number));
        List.of(EMPLOYER, OTHER_EMPLOYER)
                .forEach(number -> operator().body(Map.of("name", "株式会社")).put("/employers/" + number));
    }

    public static void knowResident(Citizen citizen) {
        operator().body(List.of(citizen.resident())).post("/residents").then().statusCode(200);
    }

    public static Response enrol(Map<String, Object> body) {
        return insurer().header("Idempotency-Key", UUID.randomUUID()).body(body).post("/enrolments");
    }

    public static Response correct(String id, int version, Map<String, Object> body) {
        return insurer().header("If-Match", "\"" + version + "\"").body(body).put("/enrolments/" + id);
    }

    public static Response decide(String holdId, String decision) {
        return insurer()
                .body(Map.of("decision", decision, "reasonCode", "DOCUMENT_SEEN", "reason", "住民票の写しで確認"))
                .post("/holds/" + holdId + "/decision");
    }

    public static Response file(Map<String, Object> body) {
        return employer()
                .header("Idempotency-Key", UUID.randomUUID())
                .body(body)
                .post("/reports");
    }

    public static Response correctReport(String id, int version, Map<String, Object> body) {
        return employer().header("If-Match", "\"" + version + "\"").body(body).put("/reports/" + id);
    }

    public static Response withdrawReport(String id) {
        return employer().body(Map.of("reason", "入社の取りやめ")).post("/reports/" + id + "/withdrawal");
    }

    public static String reportState(String id) {
        return employer().get("/reports/" + id).path("state");
    }

    /** Reports a suspected wrong link, as whoever {@code reporter} is. */
    public static Response reportMislink(RequestSpecification reporter, Map<String, Object> body) {
        return reporter.header("Idempotency-Key", UUID.randomUUID()).body(body).post("/mislinks");
    }

    public static RequestSpecification institution(String code) {
        return json(Tokens.as(Role.INSTITUTION, code));
    }

    public static RequestSpecification hotline() {
        return json(Tokens.as(Role.HOTLINE, "agent-7"));
    }

    public static String stateOf(String enrolmentId) {
        return insurer().get("/enrolments/" + enrolmentId).path("state");
    }

    private static RequestSpecification json(RequestSpecification request) {
        return request.contentType(ContentType.JSON);
    }
}
