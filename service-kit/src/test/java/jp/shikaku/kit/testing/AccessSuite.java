package jp.shikaku.kit.testing;

import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.kit.testing.ApiDescription.Operation;
import jp.shikaku.local.identity.Role;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** Nothing is open unless a service's own table says so. The operations are read from its API description. */
public abstract class AccessSuite {

    private static final Map<Role, String> SOMEBODY = new EnumMap<>(Map.of(
            Role.EMPLOYER, "6012345678901",
            Role.INSURER, "06139992",
            Role.INSTITUTION, "0110113719",
            Role.HOTLINE, "agent-7",
            Role.OPERATOR, "operator-1",
            Role.SERVICE, "test",
            Role.CERTIFIER, "jpki"));

    @TestHTTPResource(value = "openapi-generated", management = true)
    URI description;

    /** Who may call what, by operation id; an empty set for what is public. */
    protected abstract Map<String, Set<Role>> allowed();

    @Test
    void everyOperationIsInTheTable() {
        assertThat(operations())
                .extracting(Operation::id)
                .containsExactlyInAnyOrderElementsOf(allowed().keySet());
    }

    @Test
    void withoutATokenOnlyWhatIsPublicOpens() {
        SoftAssertions softly = new SoftAssertions();
        for (Operation operation : operations()) {
            Response answer = call(operation, given());
            if (isPublic(operation)) {
                softly.assertThat(answer.statusCode()).as(operation.id()).isNotIn(401, 403);
            } else {
                assertRefused(softly, answer, ProblemType.SIGN_IN_REQUIRED, operation.id());
            }
        }
        softly.assertAll();
    }

    @Test
    void onlyTheRolesOfTheTableComeIn() {
        SoftAssertions softly = new SoftAssertions();
        for (Operation operation : operations()) {
            for (Role role : Role.values()) {
                String token = Tokens.token(role, SOMEBODY.get(role), Duration.ofMinutes(5));
                Response answer = call(operation, given().auth().oauth2(token));
                String what = operation.id() + " as " + role;
                if (isPublic(operation) || allowed().get(operation.id()).contains(role)) {
                    softly.assertThat(answer.statusCode()).as(what).isNotIn(401, 403);
                } else {
                    assertRefused(softly, answer, ProblemType.ROLE_NOT_ALLOWED, what);
                }
            }
        }
        softly.assertAll();
    }

    private List<Operation> operations() {
        return ApiDescription.at(description).operations();
    }

    private boolean isPublic(Operation operation) {
        return allowed().get(operation.id()).isEmpty();
    }

    private static Response call(Operation operation, RequestSpecification request) {
        if (!operation.method().equals("GET")) {
            request.contentType(operation.consumes()).body(operation.consumes().endsWith("xml") ? "<none/>" : "{}");
        }
        return request.request(operation.method(), operation.path().replaceAll("\\{[^}]+}", "1"));
    }

    private static void assertRefused(SoftAssertions softly, Response answer, ProblemType type, String what) {
        softly.assertThat(answer.statusCode()).as(what).isEqualTo(type.status());
        softly.assertThat(answer.contentType()).as(what).startsWith("application/problem+json");
        softly.assertThat(answer.<String>path("code")).as(what).isEqualTo(type.code());
    }
}
