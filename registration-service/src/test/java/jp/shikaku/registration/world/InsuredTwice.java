package jp.shikaku.registration.world;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

/**
 * Hanako has National Health Insurance of a city since 30 days and is employed since 10; nobody has reported that the
 * first has ended.
 *
 * @param coverage her record with the city
 * @param other her record with the insurer of employees
 */
public record InsuredTwice(Insurer city, Insurer employees, Citizen hanako, String coverage, String other) {

    public static InsuredTwice hanakoSince30And10Days() {
        Insurer city = Insurer.municipality();
        Insurer employees = Insurer.newcomer();
        Citizen hanako = Citizen.hanako();
        Desk.knowResident(hanako);
        return new InsuredTwice(city, employees, hanako, linked(city, hanako, 30), linked(employees, hanako, 10));
    }

    /** A record that eligibility has; its id. */
    public static String linked(Insurer insurer, Citizen citizen, int daysAgo) {
        String id = insurer.enrol(citizen.enrolment(Days.ago(daysAgo)))
                .then()
                .statusCode(201)
                .body("state", equalTo("CLEARED"))
                .extract()
                .path("id");
        await().until(() ->
                insurer.desk().get("/enrolments/" + id).<String>path("state").equals("LINKED"));
        return id;
    }

    /** The latest version of the city's record. */
    public int version() {
        return city.desk().get("/enrolments/" + coverage).path("version");
    }

    public Response correct(Map<String, Object> body) {
        return city.desk().header("If-Match", "\"1\"").body(body).put("/enrolments/" + coverage);
    }

    /** What the city is told, one overlap and no more. */
    public ValidatableResponse only() {
        return city.desk().get("/overlaps").then().statusCode(200).body("items.size()", equalTo(1));
    }

    public String onlyId() {
        return only().extract().path("items[0].id");
    }

    public ValidatableResponse close(String overlap) {
        return city.desk().put("/overlaps/" + overlap + "/closure").then();
    }

    public ValidatableResponse closeMany(UUID key, String... overlaps) {
        return city.desk()
                .header("Idempotency-Key", key)
                .body(Map.of("overlapIds", List.of(overlaps)))
                .post("/overlaps/closures")
                .then()
                .statusCode(200);
    }
}
