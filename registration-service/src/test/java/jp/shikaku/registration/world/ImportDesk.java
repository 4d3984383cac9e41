package jp.shikaku.registration.world;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.UUID;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import jp.shikaku.kit.testing.Tokens;
import jp.shikaku.local.identity.Role;

import static org.awaitility.Awaitility.await;

/** What an insurer does with files, over HTTP. */
public final class ImportDesk {

    public static final String HEADER = "履歴番号,個人番号,記号,番号,枝番,漢字氏名,カナ氏名,生年月日,性別,住所,本人・家族,資格取得年月日,資格喪失年月日,資格喪失事由";

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    private ImportDesk() {}

    /** The row that says of a person what {@link Citizen#enrolment} says, in the words of a file. */
    public static String row(String recordKey, Citizen citizen, String acquired) {
        return String.join(
                ",",
                recordKey,
                citizen.individualNumber(),
                "１２３",
                "45-" + citizen.individualNumber().substring(4),
                "00",
                citizen.name(),
                citizen.nameKana(),
                citizen.birthDate().replace("-", "/"),
                citizen.sex().equals("1") ? "男" : "女",
                citizen.address(),
                "本人",
                acquired,
                "",
                "");
    }

    /** A record key that no other row has. */
    public static String key(int number) {
        return "k-" + UUID.randomUUID() + "-" + number;
    }

    /** A file of people who were all insured thirty days ago; each with the key before it. */
    public static byte[] csv(Charset charset, Object... keysAndCitizens) {
        StringBuilder file = new StringBuilder(HEADER).append("\r\n");
        for (int i = 0; i < keysAndCitizens.length; i += 2) {
            file.append(row((String) keysAndCitizens[i], (Citizen) keysAndCitizens[i + 1], Days.ago(30)))
                    .append("\r\n");
        }
        return file.toString().getBytes(charset);
    }

    public static Response send(String type, byte[] file, String... query) {
        return send(UUID.randomUUID().toString(), type, file, query);
    }

    public static Response send(String idempotencyKey, String type, byte[] file, String... query) {
        RequestSpecification request =
                caller(Desk.INSURER).header("Idempotency-Key", idempotencyKey).contentType(type);
        for (int i = 0; i < query.length; i += 2) {
            request.queryParam(query[i], query[i + 1]);
        }
        return request.body(file).post("/enrolment-imports");
    }

    /** Sends a file and waits until all of it is taken in. */
    public static Response takenIn(String type, byte[] file) {
        String id = send(type, file).then().statusCode(202).extract().path("id");
        return ended(id);
    }

    public static Response ended(String id) {
        return ended(id, LONG_ENOUGH);
    }

    public static Response ended(String id, Duration patience) {
        await().atMost(patience).until(() -> get(id).path("endedAt") != null);
        return get(id);
    }

    public static Response get(String id) {
        return caller(Desk.INSURER).get("/enrolment-imports/" + id);
    }

    public static RequestSpecification caller(String insurer) {
        // Without a charset of its own: the test says what it sends.
        return Tokens.as(Role.INSURER, insurer)
                .config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)));
    }
}
