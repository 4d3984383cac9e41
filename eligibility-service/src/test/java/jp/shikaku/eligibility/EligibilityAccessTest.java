package jp.shikaku.eligibility;

import java.util.Map;
import java.util.Set;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import jp.shikaku.kit.testing.AccessSuite;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.local.identity.Role;

import static java.util.Map.entry;

@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
class EligibilityAccessTest extends AccessSuite {

    @Override
    protected Map<String, Set<Role>> allowed() {
        return Map.ofEntries(
                entry("confirm", Set.of(Role.INSTITUTION)),
                entry("rereadConfirmation", Set.of(Role.INSTITUTION)),
                entry("listConfirmations", Set.of(Role.INSTITUTION)),
                entry("recheckConfirmation", Set.of(Role.INSTITUTION)),
                entry("electronicPrescription", Set.of(Role.INSTITUTION)),
                entry("standing", Set.of(Role.SERVICE)),
                entry("shownEnrolment", Set.of(Role.SERVICE)),
                entry("applyCoverageVersion", Set.of(Role.SERVICE)),
                entry("applyCoverageVersions", Set.of(Role.SERVICE)),
                entry("confirmByCertificate", Set.of(Role.INSTITUTION)),
                entry("applyCertificates", Set.of(Role.SERVICE)),
                entry("oqsConfirm", Set.of(Role.INSTITUTION)),
                entry("oqsUpload", Set.of(Role.INSTITUTION)),
                entry("oqsDownload", Set.of(Role.INSTITUTION)),
                entry("listLooks", Set.of(Role.INSURER, Role.OPERATOR, Role.SERVICE)),
                entry("accessHistory", Set.of(Role.SERVICE)),
                entry("verifyLooks", Set.of(Role.OPERATOR)),
                entry("confirmMany", Set.of(Role.INSTITUTION)),
                entry("getBatch", Set.of(Role.INSTITUTION)),
                entry("listBatches", Set.of(Role.INSTITUTION)),
                entry("watchBatch", Set.of(Role.INSTITUTION)),
                entry("deleteBatch", Set.of(Role.INSTITUTION)),
                entry("getBatchResult", Set.of(Role.INSTITUTION)),
                entry("getBatchTemplate", Set.of(Role.INSTITUTION)),
                entry("openWatch", Set.of(Role.INSTITUTION)),
                entry("getWatch", Set.of(Role.INSTITUTION)),
                entry("listWatches", Set.of(Role.INSTITUTION)),
                entry("cancelWatch", Set.of(Role.INSTITUTION)),
                entry("listWatchEvents", Set.of(Role.INSTITUTION)),
                entry("registerWebhook", Set.of(Role.INSTITUTION)),
                entry("listWebhooks", Set.of(Role.INSTITUTION)),
                entry("getWebhook", Set.of(Role.INSTITUTION)),
                entry("deleteWebhook", Set.of(Role.INSTITUTION)),
                entry("rotateWebhookSecret", Set.of(Role.INSTITUTION)),
                entry("listWebhookDeadLetters", Set.of(Role.OPERATOR, Role.INSTITUTION)),
                entry("retryWebhookDeadLetter", Set.of(Role.OPERATOR, Role.INSTITUTION)),
                entry("retryWebhookDeadLetters", Set.of(Role.OPERATOR, Role.INSTITUTION)));
    }
}
