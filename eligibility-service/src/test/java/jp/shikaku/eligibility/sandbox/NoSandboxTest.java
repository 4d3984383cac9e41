package jp.shikaku.eligibility.sandbox;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Clinic;
import jp.shikaku.kit.testing.ServiceEnvironment;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** Where the sandbox is not switched on, its cards are those of nobody. */
@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
class NoSandboxTest {

    @ParameterizedTest
    @ValueSource(strings = {"1001", "9001", "9003"})
    void cardOfTheSandboxFindsNobody(String number) {
        Clinic.hana()
                .ask(new Card("06139984", "見本", number, null, "1990-01-15"))
                .then()
                .statusCode(201)
                .header("X-Shikaku-Sandbox", nullValue())
                .body("validity", equalTo(4));
    }
}
