package jp.shikaku.eligibility.contract;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.kit.testing.contract.ProviderPactSuite;
import jp.shikaku.kit.testing.contract.ProviderStates;

/** Eligibility keeps what registration and inquiry expect of it. */
@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
class EligibilityPactVerificationTest implements ProviderPactSuite {

    @Override
    public String provider() {
        return "eligibility-service";
    }

    @Override
    public ProviderStates states() {
        return new EligibilityStates();
    }
}
