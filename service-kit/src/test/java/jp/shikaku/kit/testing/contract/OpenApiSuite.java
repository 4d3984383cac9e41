package jp.shikaku.kit.testing.contract;

import java.net.URL;

import io.quarkus.test.common.http.TestHTTPResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** What a running service says of itself is what is committed; and a change that breaks its callers is known for one. */
public abstract class OpenApiSuite {

    private static final String UPDATE = "openapi.update";
    private static final String BREAKING = "breaking";

    /** Made from the code, in tests alone. */
    @TestHTTPResource(value = "/openapi-generated", management = true)
    URL description;

    @TestHTTPResource(value = "/openapi", management = true)
    URL published;

    /** Name of the committed file, without its ending. */
    protected abstract String service();

    @Test
    void whatIsPublishedIsWhatIsCommitted() {
        OpenApiDocument running = OpenApiDocument.of(given().queryParam("format", "json")
                .get(description)
                .then()
                .statusCode(200)
                .extract()
                .asString());
        update(running);

        assertThat(committed().canonical())
                .as("contracts/openapi/%s.yaml: if the change is meant, run with -D%s=true", service(), UPDATE)
                .isEqualTo(running.canonical());
    }

    @Test
    void whatIsGivenOutIsWhatIsCommitted() {
        assertThat(given().get(published).then().statusCode(200).extract().asString())
                .isEqualTo(file().text());
    }

    @ParameterizedTest
    @EnumSource
    void aChangeThatBreaksCallersIsKnownForOne(OpenApiBreak change) {
        OpenApiDocument committed = committed();

        assertThat(committed.isBrokenBy(committed)).isFalse();
        assertThat(committed.isBrokenBy(change.of(committed))).isTrue();
    }

    /** A change that would break callers has to be asked for by its name. */
    private void update(OpenApiDocument running) {
        String wish = System.getProperty(UPDATE, "false");
        if (wish.equals("false")) {
            return;
        }
        if (!wish.equals(BREAKING) && !file().text().isEmpty()) {
            assertThat(committed().isBrokenBy(running))
                    .as(
                            "the change of contracts/openapi/%s.yaml breaks callers: if that is meant, run with -D%s=%s",
                            service(), UPDATE, BREAKING)
                    .isFalse();
        }
        file().write(running.yaml());
    }

    private OpenApiDocument committed() {
        return OpenApiDocument.of(file().text());
    }

    private CommittedFile file() {
        return CommittedFile.of("openapi", service() + ".yaml");
    }
}
