package jp.shikaku.eligibility.testing;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import io.restassured.http.ContentType;
import io.restassured.response.Response;

import jp.shikaku.contracts.number.CertificateSerial;
import jp.shikaku.eligibility.certificate.CertificateKeys;
import jp.shikaku.kit.testing.Tokens;
import jp.shikaku.local.identity.Role;

/** Says whose a certificate is, as registration does. */
public record Certificates(CertificateKeys keys) {

    private static final int SERIAL_BYTES = 16;

    /** A serial number that no other card in the tests has. */
    public static String freshSerial() {
        byte[] serial = new byte[SERIAL_BYTES];
        new SecureRandom().nextBytes(serial);
        serial[0] = 0x5A;
        return HexFormat.of().withUpperCase().formatHex(serial);
    }

    /** The certificate {@code serial} is {@code person}'s, and in force for years. */
    public void bind(String serial, String person) {
        post(said(serial, 1, person, "ACTIVE", LocalDate.now().plusYears(4)))
                .then()
                .statusCode(200);
    }

    public Body said(String serial, int version, String person, String state, LocalDate expiresOn) {
        return new Body(Map.of(
                "certificateKey",
                keys.of(CertificateSerial.of(serial)).value(),
                "version",
                version,
                "personKey",
                person,
                "state",
                state,
                "expiresOn",
                expiresOn.toString()));
    }

    public static Response post(Body... said) {
        return Tokens.as(Role.SERVICE, "registration")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "certificates", List.of(said).stream().map(Body::fields).toList()))
                .post("/certificates");
    }
}
