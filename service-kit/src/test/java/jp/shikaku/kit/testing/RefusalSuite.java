package jp.shikaku.kit.testing;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import jp.shikaku.contracts.problem.ProblemType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** The refusals of a creating endpoint: those of every endpoint, and those of what it is sent. */
public abstract class RefusalSuite extends EndpointRefusalSuite {

    private static final int CHUNK = 64 * 1024;

    /** Path of an endpoint that takes a JSON object by POST. */
    protected abstract String postPath();

    @Override
    protected final String path() {
        return postPath();
    }

    @Override
    protected final Response call(RequestSpecification request) {
        return request.contentType(ContentType.JSON).body("{}").post(postPath());
    }

    @Test
    void wrongMediaTypeIsRefusedWithAProblem() {
        refusal(allowed().contentType("text/plain").body("hello").post(postPath()), ProblemType.MEDIA_TYPE_UNSUPPORTED);
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
        refusal(allowed().contentType("application/json").body(body).post(postPath()), ProblemType.BODY_NOT_UTF8);
    }

    @Test
    void oversizedBodyIsRefusedWithAProblem() {
        refusal(post("{\"number\":\"" + "1".repeat(2 * 1024 * 1024) + "\"}"), ProblemType.BODY_TOO_LARGE);
    }

    @Test
    void oversizedBodyOfUnknownLengthIsRefusedToo() throws IOException {
        String status = chunkedPost(2 * 1024 * 1024);
        assertThat(status).contains(" 413 ");
    }

    private Response post(String body) {
        return allowed().contentType(ContentType.JSON).body(body).post(postPath());
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
