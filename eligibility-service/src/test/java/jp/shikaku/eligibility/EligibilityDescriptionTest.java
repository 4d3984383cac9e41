package jp.shikaku.eligibility;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Clinic;
import jp.shikaku.eligibility.testing.Coverages;
import jp.shikaku.kit.testing.DescriptionSuite;
import jp.shikaku.kit.testing.ServiceEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
class EligibilityDescriptionTest extends DescriptionSuite {

    @Test
    void answerHasThePropertiesThatAreDescribed() {
        Card card = Card.fresh();
        Coverages.link(Coverages.whole(card, Coverages.newPerson()));
        var answer = Clinic.hana()
                .ask(card.question().with("correlationId", "c-1"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();

        Set<String> written = new TreeSet<>(answer.<String, Object>getMap("$").keySet());
        written.addAll(Clinic.hana()
                .ask(Card.fresh())
                .jsonPath()
                .<String, Object>getMap("$")
                .keySet());
        written.add("hotline"); // is there while inquiry is, see HotlineTest
        assertThat(written).isEqualTo(schemaProperties("ConfirmationAnswer").keySet());
        Map<String, Object> coverage = answer.getMap("coverage");
        assertThat(coverage.keySet())
                .isEqualTo(schemaProperties("ShownCoverage").keySet());
    }
}
