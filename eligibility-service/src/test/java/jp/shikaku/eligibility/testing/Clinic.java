package jp.shikaku.eligibility.testing;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import jp.shikaku.contracts.number.InstitutionCode;
import jp.shikaku.contracts.problem.InvalidValueException;
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

    /** One that no other test knows: its codes differ in the serial part, their check digit follows. */
    public static Clinic fresh() {
        int serial = new SecureRandom().nextInt(100_000, 1_000_000);
        for (int check = 0; check <= 9; check++) {
            String code = "131" + serial + check;
            try {
                return new Clinic(InstitutionCode.of(code).value());
            } catch (InvalidValueException e) {
                continue; // one of the ten digits is right
            }
        }
        throw new IllegalStateException("no check digit fits " + serial);
    }

    public String code() {
        return code;
    }

    public Response ask(Card card) {
        return ask(card.question());
    }

    public Response ask(Body question) {
        return post(signedIn(), "/confirmations", question);
    }

    public Response ask(Body question, String idempotencyKey) {
        return post(once(idempotencyKey), "/confirmations", question);
    }

    public Response askByCertificate(String serial) {
        return askByCertificate(new Body(Map.of("certificateSerial", serial)));
    }

    public Response askByCertificate(Body question) {
        return post(signedIn(), "/certificate-confirmations", question);
    }

    public Response askByCertificate(Body question, String idempotencyKey) {
        return post(once(idempotencyKey), "/certificate-confirmations", question);
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

    private RequestSpecification once(String idempotencyKey) {
        return signedIn().header("Idempotency-Key", idempotencyKey);
    }

    private static Response post(RequestSpecification as, String path, Body question) {
        return as.contentType(ContentType.JSON).body(question.fields()).post(path);
    }
}
