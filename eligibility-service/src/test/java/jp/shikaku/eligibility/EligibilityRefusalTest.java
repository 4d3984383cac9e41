package jp.shikaku.eligibility;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import jp.shikaku.kit.testing.RefusalSuite;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.local.identity.Role;

@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = io.quarkus.test.common.TestResourceScope.GLOBAL)
class EligibilityRefusalTest extends RefusalSuite {

    @Override
    protected String postPath() {
        return "/confirmations";
    }

    @Override
    protected Role role() {
        return Role.INSTITUTION;
    }

    @Override
    protected String id() {
        return "0110113719";
    }

    @Override
    protected Role otherRole() {
        return Role.INSURER;
    }

    @Override
    protected String otherId() {
        return "06139992";
    }
}
