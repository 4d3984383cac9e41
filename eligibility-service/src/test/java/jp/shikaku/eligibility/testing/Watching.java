package jp.shikaku.eligibility.testing;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

import jp.shikaku.kit.testing.Tokens;
import jp.shikaku.local.identity.Role;

/** What an institution does to be told of changes. */
public record Watching(Clinic clinic) {

    public Response open(String confirmationNumber) {
        return open(new Body(Map.of("confirmationNumber", confirmationNumber)), newKey());
    }

    public Response open(Body request, String idempotencyKey) {
        return clinic.signedIn()
                .header("Idempotency-Key", idempotencyKey)
                .contentType(ContentType.JSON)
                .body(request.fields())
                .post("/watches");
    }

    /** Asks about {@code card}, and watches the answer. */
    public String watch(Card card) {
        return open(clinic.numberFor(card)).then().statusCode(201).extract().path("id");
    }

    public Response get(String id) {
        return clinic.signedIn().get("/watches/{id}", id);
    }

    public Response cancel(String id) {
        return clinic.signedIn().post("/watches/{id}/cancellation", id);
    }

    public Response events(long after) {
        return clinic.signedIn().queryParam("after", after).get("/watch-events");
    }

    public EventReader listen(String lastEventId) {
        return listen(lastEventId, Duration.ofHours(1));
    }

    public EventReader listen(String lastEventId, Duration tokenLasts) {
        String token = Tokens.token(Role.INSTITUTION, clinic.code(), tokenLasts);
        return EventReader.open(
                URI.create("http://localhost:" + RestAssured.port + "/watch-events"), token, lastEventId);
    }

    public Response register(String url) {
        return register(url, newKey());
    }

    public Response register(String url, String idempotencyKey) {
        return clinic.signedIn()
                .header("Idempotency-Key", idempotencyKey)
                .contentType(ContentType.JSON)
                .body(Map.of("url", url))
                .post("/webhooks");
    }

    public static String newKey() {
        return UUID.randomUUID().toString();
    }
}
