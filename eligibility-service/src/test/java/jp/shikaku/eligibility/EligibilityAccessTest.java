package jp.shikaku.eligibility;

import java.util.Map;
import java.util.Set;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import jp.shikaku.kit.testing.AccessSuite;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.local.identity.Role;

@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
class EligibilityAccessTest extends AccessSuite {

    @Override
    protected Map<String, Set<Role>> allowed() {
        return Map.of(
                "confirm", Set.of(Role.INSTITUTION),
                "rereadConfirmation", Set.of(Role.INSTITUTION),
                "standing", Set.of(Role.SERVICE),
                "shownEnrolment", Set.of(Role.SERVICE),
                "applyCoverageVersion", Set.of(Role.SERVICE),
                "applyCoverageVersions", Set.of(Role.SERVICE),
                "oqsConfirm", Set.of(Role.INSTITUTION),
                "oqsUpload", Set.of(Role.INSTITUTION),
                "oqsDownload", Set.of(Role.INSTITUTION),
                "listLooks", Set.of(Role.INSURER, Role.OPERATOR, Role.SERVICE));
    }
}
