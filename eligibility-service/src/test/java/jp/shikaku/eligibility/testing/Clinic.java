package jp.shikaku.eligibility.testing;

import java.time.Duration;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import jp.shikaku.kit.testing.Tokens;
import jp.shikaku.local.identity.Role;

import static io.restassured.RestAssured.given;

/** A clinic that asks about cards. */
public final class Clinic {

    private final String code;
    private final String token;

    private Clinic(String code) {
        this.code = code;
        this.token = Tokens.token(Role.INSTITUTION, code, Duration.ofHours(1));
    }

    public static Clinic hana() {
        return new Clinic("0110113719");
    }

    public static Clinic another() {
        return new Clinic("1310000015");
    }

    public String code() {
        return code;
    }

    public Response ask(Card card) {
        return ask(card.question());
    }

    public Response ask(Body question) {
        return signedIn().contentType(ContentType.JSON).body(question.fields()).post("/confirmations");
    }

    public Response ask(Body question, String idempotencyKey) {
        return signedIn()
                .header("Idempotency-Key", idempotencyKey)
                .contentType(ContentType.JSON)
                .body(question.fields())
                .post("/confirmations");
    }

    /** Asks about {@code card}, gets an answer, and reads out its number. */
    public String numberFor(Card card) {
        return ask(card).then().statusCode(201).extract().path("confirmationNumber");
    }

    public Response reread(String confirmationNumber) {
        return signedIn().get("/confirmations/{number}", confirmationNumber);
    }

    public RequestSpecification signedIn() {
        return given().auth().oauth2(token);
    }
}
