package jp.shikaku.eligibility.testing;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.restassured.http.ContentType;
import io.restassured.response.Response;

import jp.shikaku.kit.testing.Tokens;
import jp.shikaku.local.identity.Role;

import static io.restassured.RestAssured.given;

/** Links coverages, as registration does. */
public final class Coverages {

    private static final int KEY_BYTES = 32;

    private Coverages() {}

    /** The key of a person nobody else in the tests is. */
    public static String newPerson() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }

    /** A coverage of {@code person} on {@code card}, since 2020-04-01 and for good. */
    public static Body of(Card card, String person) {
        return card.question()
                .with("personKey", person)
                .with("name", Marks.TEXT + "　花子")
                .with("nameKana", Marks.KANA + "　ハナコ")
                .with("sex", "2")
                .with("relation", "1")
                .with("acquired", "2020-04-01")
                .with("medicalInfoAllowed", true)
                .with("state", "VISIBLE");
    }

    /** The same with everything that may be missing. */
    public static Body whole(Card card, String person) {
        return of(card, person)
                .with("cardClass", "01")
                .with("cardIssuedOn", "2020-04-10")
                .with("cardValidFrom", "2020-04-01")
                .with("cardExpiresOn", "2026-03-31")
                .with("nameOther", Marks.TEXT + "　ハンナ")
                .with("nameOtherKana", Marks.KANA + "　ハンナ")
                .with("sexOnCard", "3")
                .with("postalCode", "1000013")
                .with("address", "東京都" + Marks.TEXT + "区霞が関１丁目２番３号")
                .with("burdenShare", "030")
                .with("lost", "2099-04-01")
                .with("lossReason", "03");
    }

    /** Links version 1 of a new enrolment and returns its id. */
    public static UUID link(Body content) {
        UUID enrolment = UUID.randomUUID();
        put(enrolment, 1, content).then().statusCode(204);
        return enrolment;
    }

    /** Links a coverage on {@code card} of somebody nobody else in the tests is. */
    public static UUID link(Card card) {
        return link(of(card, newPerson()));
    }

    public static Response put(UUID enrolment, int version, Body content) {
        return put(Tokens.token(Role.SERVICE, "registration", Duration.ofMinutes(5)), enrolment, version, content);
    }

    public static Response put(String token, UUID enrolment, int version, Body content) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(content.fields())
                .put("/coverages/{enrolment}/versions/{version}", enrolment, version);
    }

    /** One item of a batch. */
    public static Body delivery(UUID enrolment, int version, Body content) {
        return new Body(Map.of("enrolmentId", enrolment, "version", version, "content", content.fields()));
    }

    /** Hands several versions over together; an item may be anything. */
    public static Response post(Object... items) {
        List<Object> bodies = Stream.of(items)
                .map(item -> item instanceof Body body ? body.fields() : item)
                .toList();
        return Tokens.as(Role.SERVICE, "registration")
                .contentType(ContentType.JSON)
                .body(Map.of("items", bodies))
                .post("/coverages");
    }
}
