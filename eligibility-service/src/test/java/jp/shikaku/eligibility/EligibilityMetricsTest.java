package jp.shikaku.eligibility;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import jp.shikaku.kit.testing.MetricsSuite;
import jp.shikaku.kit.testing.ServiceEnvironment;

@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
class EligibilityMetricsTest extends MetricsSuite {

    @Override
    protected String chapter() {
        return "Eligibility";
    }
}
