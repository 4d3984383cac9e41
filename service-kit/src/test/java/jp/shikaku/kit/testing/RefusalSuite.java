package jp.shikaku.kit.testing;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import jp.shikaku.contracts.problem.Problem;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.local.identity.LocalIdentity;
import jp.shikaku.local.identity.Role;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

/** Every service refuses alike. Each runs this suite against itself over HTTP, naming one creating endpoint of its own. */
public abstract class RefusalSuite {

    private static final int CHUNK = 64 * 1024;

    /** Path of an endpoint that takes a JSON object by POST. */
    protected abstract String postPath();

    /** Role and id of a party that may call it. */
    protected abstract Role role();

    protected abstract String id();

    /** A role that may not. */
    protected abstract Role otherRole();

    protected abstract String otherId();

    @Test
    void unknownPathIsRefusedWithAProblem() {
        refusal(allowed().get("/no-such-thing"), ProblemType.PATH_UNKNOWN);
        refusal(given().get("/no-such-thing"), ProblemType.PATH_UNKNOWN);
    }

    @Test
    void wrongMethodIsRefusedWithAProblem() {
        refusal(allowed().delete(postPath()), ProblemType.METHOD_NOT_ALLOWED);
    }

    @Test
    void wrongMediaTypeIsRefusedWithAProblem() {
        refusal(
                allowed().contentType("text/plain").body("hello").post(postPath()),
                ProblemType.MEDIA_TYPE_UNSUPPORTED);
    }

    @Test
    void unwantedFormIsRefusedWithAProblem() {
        refusal(
                allowed().accept("image/png").contentType(ContentType.JSON).body("{}").post(postPath()),
                ProblemType.NOT_ACCEPTABLE);
    }

    @Test
    void malformedJsonIsRefusedWithAProblem() {
        refusal(post("{\"number\": "), ProblemType.MALFORMED_JSON);
        refusal(post("{} trailing"), ProblemType.MALFORMED_JSON);
        refusal(post("{\"number\":\"1\",\"number\":\"2\"}"), ProblemType.MALFORMED_JSON);
        refusal(post(""), ProblemType.MALFORMED_JSON);
        refusal(post("null"), ProblemType.MALFORMED_JSON);
    }

    @Test
    void unknownFieldIsRefusedAndNamed() {
        refusal(post("{\"surprise\": 1}"), ProblemType.UNKNOWN_FIELD).body("errors[0].pointer", equalTo("/surprise"));
    }

    @Test
    void numbersThatLostTheirLeadingZerosAreRefused() {
        refusal(post("{\"number\": 12}"), ProblemType.VALUES_INVALID).body("errors[0].pointer", equalTo("/number"));
    }

    @Test
    void brokenUtf8IsRefusedWithAProblem() {
        byte[] body = "{\"number\":\"\u00ff\"}".getBytes(StandardCharsets.ISO_8859_1);
        refusal(
                allowed().contentType("application/json").body(body).post(postPath()), ProblemType.BODY_NOT_UTF8);
    }

    @Test
    void oversizedBodyIsRefusedWithAProblem() {
        refusal(
                post("{\"number\":\"" + "1".repeat(2 * 1024 * 1024) + "\"}"), ProblemType.BODY_TOO_LARGE);
    }

    @Test
    void oversizedBodyOfUnknownLengthIsRefusedToo() throws IOException {
        String status = chunkedPost(2 * 1024 * 1024);
        assertThat(status).contains(" 413 ");
    }

    @Test
    void missingTokenIsRefusedWithAChallenge() {
        refusal(given().contentType(ContentType.JSON).body("{}").post(postPath()), ProblemType.SIGN_IN_REQUIRED)
                .header("WWW-Authenticate", startsWith("Bearer"));
    }

    @Test
    void badTokensAreRefused() {
        refusal(with("not-a-token"), ProblemType.TOKEN_INVALID);
        refusal(with(Tokens.token(role(), id(), Duration.ofHours(-1))), ProblemType.TOKEN_INVALID);
        String foreign = LocalIdentity.in(Path.of("target", "foreign-identity")).token(role(), id(), Duration.ofHours(1));
        refusal(with(foreign), ProblemType.TOKEN_INVALID);
    }

    @Test
    void anotherRoleIsRefused() {
        refusal(
                Tokens.as(otherRole(), otherId())
                        .contentType(ContentType.JSON)
                        .body("{}")
                        .post(postPath()),
                ProblemType.ROLE_NOT_ALLOWED);
    }

    @Test
    void problemsSpeakEnglishWhenAskedAndJapaneseOtherwise() {
        refusal(given().header("Accept-Language", "en-GB,en;q=0.9").get("/no-such-thing"), ProblemType.PATH_UNKNOWN)
                .body("title", equalTo(ProblemType.PATH_UNKNOWN.title().en()))
                .header("Content-Language", "en");
        refusal(given().header("Accept-Language", "fr").get("/no-such-thing"), ProblemType.PATH_UNKNOWN)
                .body("title", equalTo(ProblemType.PATH_UNKNOWN.title().ja()))
                .header("Content-Language", "ja");
    }

    @Test
    void aRequestKeepsItsOwnIdAndStrangeIdsAreReplaced() {
        String mine = "0190a1b2-0000-7000-8000-000000000001";
        given().header("X-Request-Id", mine).get("/no-such-thing").then().header("X-Request-Id", mine);
        given().header("X-Request-Id", "evil\tid").get("/no-such-thing").then().header("X-Request-Id", not("evil\tid"));
    }

    private RequestSpecification allowed() {
        return Tokens.as(role(), id());
    }

    private Response post(String body) {
        return allowed().contentType(ContentType.JSON).body(body).post(postPath());
    }

    private Response with(String token) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body("{}")
                .post(postPath());
    }

    private static ValidatableResponse refusal(Response response, ProblemType type) {
        return response.then()
                .statusCode(type.status())
                .contentType(startsWith(Problem.MEDIA_TYPE))
                .header("X-Request-Id", notNullValue())
                .body("code", equalTo(type.code()))
                .body("status", equalTo(type.status()))
                .body("type", equalTo(type.uri()))
                .body("title", notNullValue())
                .body("nextStep", notNullValue())
                .body("instance", startsWith("urn:uuid:"));
    }

    /** Sends a body in chunks, whose length nobody knows before its end; returns the status line. */
    private String chunkedPost(int size) throws IOException {
        URI base = URI.create(RestAssured.baseURI + ":" + RestAssured.port);
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(10_000);
            var out = socket.getOutputStream();
            out.write(("POST " + postPath() + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Authorization: Bearer " + Tokens.token(role(), id(), Duration.ofMinutes(1)) + "\r\n"
                            + "Transfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            String text = "{\"number\":\"" + "1".repeat(size) + "\"}";
            try {
                for (int from = 0; from < text.length(); from += CHUNK) {
                    byte[] chunk = text.substring(from, Math.min(from + CHUNK, text.length()))
                            .getBytes(StandardCharsets.US_ASCII);
                    out.write((Integer.toHexString(chunk.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                    out.write(chunk);
                    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                }
                out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
            } catch (IOException e) {
                // The service may hang up once it has seen enough; its answer is still to be read.
            }
            byte[] answer = new byte[512];
            int read = socket.getInputStream().read(answer);
            return new String(answer, 0, Math.max(read, 0), StandardCharsets.US_ASCII);
        }
    }
}
