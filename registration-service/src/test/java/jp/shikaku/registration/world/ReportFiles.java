package jp.shikaku.registration.world;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

import jp.shikaku.kit.testing.Tokens;
import jp.shikaku.local.identity.Role;

/** Sends files of reports, byte for byte. */
public final class ReportFiles {

    private ReportFiles() {}

    public static ValidatableResponse ndjson(String... rows) {
        return send("application/x-ndjson", String.join("\n", rows).getBytes(StandardCharsets.UTF_8));
    }

    public static ValidatableResponse csv(String type, Charset charset, String... lines) {
        return send(type, String.join("\r\n", lines).getBytes(charset));
    }

    public static ValidatableResponse send(String type, byte[] file) {
        return Tokens.as(Role.EMPLOYER, Desk.EMPLOYER)
                .config(asTheyAre())
                .contentType(type)
                .body(file)
                .post("/report-files")
                .then();
    }

    /** Bytes and their type as they are given, with no charset made up. */
    public static RestAssuredConfig asTheyAre() {
        return RestAssuredConfig.config()
                .encoderConfig(EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                        .encodeContentTypeAs("application/x-ndjson", ContentType.BINARY)
                        .encodeContentTypeAs("text/csv", ContentType.BINARY));
    }

    public static String json(Map<String, Object> body) {
        try {
            return new ObjectMapper().writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
