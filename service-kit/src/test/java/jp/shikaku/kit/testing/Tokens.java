package jp.shikaku.kit.testing;

import java.nio.file.Path;
import java.time.Duration;

import io.restassured.specification.RequestSpecification;

import jp.shikaku.local.identity.LocalIdentity;
import jp.shikaku.local.identity.Role;

import static io.restassured.RestAssured.given;

/** Tokens for tests, real ones: signed, and checked by the service as any other. */
public final class Tokens {

    private static final LocalIdentity IDENTITY = LocalIdentity.in(Path.of("target", "identity"));

    private Tokens() {}

    public static Path publicKey() {
        return IDENTITY.publicKey().toAbsolutePath();
    }

    /** For a service at whose pages people sign in by themselves. */
    public static Path privateKey() {
        return IDENTITY.privateKey().toAbsolutePath();
    }

    public static String token(Role role, String id, Duration validFor) {
        return IDENTITY.token(role, id, validFor);
    }

    /** A request of the party {@code id} in {@code role}. */
    public static RequestSpecification as(Role role, String id) {
        return given().auth().oauth2(token(role, id, Duration.ofMinutes(10)));
    }

    /** A request of one person among those who act for the party {@code id}. */
    public static RequestSpecification as(String person, Role role, String id) {
        return given().auth().oauth2(IDENTITY.tokenOf(person, role, id, Duration.ofMinutes(10)));
    }
}
