package jp.shikaku.eligibility.contract;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.kit.testing.contract.OpenApiSuite;

@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
class OpenApiIsPublishedTest extends OpenApiSuite {

    @Override
    protected String service() {
        return "eligibility";
    }
}
