package jp.shikaku.kit.testing;

import java.nio.file.Path;
import java.time.Duration;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import jp.shikaku.contracts.problem.Problem;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.local.identity.LocalIdentity;
import jp.shikaku.local.identity.Role;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

/**
 * Every service refuses alike. Each runs this suite against itself over HTTP, naming one endpoint of its own that is not
 * public; {@link RefusalSuite} when it has one that takes a body.
 */
public abstract class EndpointRefusalSuite {

    /** Calls the endpoint with what {@code request} carries already, by its own method and as its contract asks. */
    protected abstract Response call(RequestSpecification request);

    /** Path of the endpoint; it has no {@code DELETE}. */
    protected abstract String path();

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
        refusal(allowed().delete(path()), ProblemType.METHOD_NOT_ALLOWED);
    }

    @Test
    void unwantedFormIsRefusedWithAProblem() {
        refusal(call(allowed().accept("image/png")), ProblemType.NOT_ACCEPTABLE);
    }

    @Test
    void missingTokenIsRefusedWithAChallenge() {
        refusal(call(given()), ProblemType.SIGN_IN_REQUIRED).header("WWW-Authenticate", startsWith("Bearer"));
    }

    @Test
    void badTokensAreRefused() {
        refusal(with("not-a-token"), ProblemType.TOKEN_INVALID);
        refusal(with(Tokens.token(role(), id(), Duration.ofHours(-1))), ProblemType.TOKEN_INVALID);
        String foreign =
                LocalIdentity.in(Path.of("target", "foreign-identity")).token(role(), id(), Duration.ofHours(1));
        refusal(with(foreign), ProblemType.TOKEN_INVALID);
    }

    @Test
    void anotherRoleIsRefused() {
        refusal(call(Tokens.as(otherRole(), otherId())), ProblemType.ROLE_NOT_ALLOWED);
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

    /** A request of a party that may call the endpoint. */
    protected final RequestSpecification allowed() {
        return Tokens.as(role(), id());
    }

    private Response with(String token) {
        return call(given().auth().oauth2(token));
    }

    /** That {@code response} is a whole problem of {@code type}. */
    protected static ValidatableResponse refusal(Response response, ProblemType type) {
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
}
