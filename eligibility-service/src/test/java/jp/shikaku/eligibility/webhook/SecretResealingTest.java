package jp.shikaku.eligibility.webhook;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import org.junit.jupiter.api.Test;

import jp.shikaku.eligibility.testing.Clinic;
import jp.shikaku.eligibility.testing.Ledger;
import jp.shikaku.eligibility.testing.Watching;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.local.postgres.LocalPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** The key under which secrets are kept can be exchanged, and no secret is lost by it. */
@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
class SecretResealingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String PRESENT = ServiceEnvironment.secret("webhook");
    private static final String NEW = ServiceEnvironment.secret("its successor");

    LocalPostgres postgres;

    @Inject
    Pool pool;

    private final SigningSecrets before = new SigningSecrets(PRESENT, 1, Optional.empty(), Optional.empty());
    private final SigningSecrets during = new SigningSecrets(NEW, 2, Optional.of(PRESENT), Optional.of(1));
    private final SigningSecrets after = new SigningSecrets(NEW, 2, Optional.empty(), Optional.empty());

    @Test
    void everySecretIsTheSameUnderTheNewKeyAndTheOldOneCanGo() throws SQLException {
        Watching watching = new Watching(Clinic.fresh());
        UUID id = UUID.fromString(watching.register("https://8.8.8.8/hooks")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
        watching.clinic().signedIn().post("/webhooks/{id}/secrets", id).then().statusCode(201);
        List<byte[]> sealed = secretsOf(id);
        try {
            assertThat(new SecretResealing(pool, during).all().await().atMost(PATIENCE))
                    .isPositive();

            List<byte[]> anew = secretsOf(id);
            assertThat(sealed).hasSize(2);
            for (int i = 0; i < sealed.size(); i++) {
                assertThat(after.open(anew.get(i), id)).isEqualTo(before.open(sealed.get(i), id));
                byte[] old = sealed.get(i);
                assertThatIllegalStateException().isThrownBy(() -> after.open(old, id));
            }
            assertThat(new SecretResealing(pool, during).all().await().atMost(PATIENCE))
                    .as("once is enough")
                    .isZero();
        } finally {
            SigningSecrets back = new SigningSecrets(PRESENT, 1, Optional.of(NEW), Optional.of(2));
            new SecretResealing(pool, back).all().await().atMost(PATIENCE);
        }
    }

    @Test
    void twoKeysNeedTwoNumbers() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new SigningSecrets(NEW, 1, Optional.of(PRESENT), Optional.of(1)))
                .withMessageContaining("shikaku.webhook-other-secret-key-number");
        assertThatIllegalStateException()
                .isThrownBy(() -> new SigningSecrets(NEW, 128, Optional.empty(), Optional.empty()))
                .withMessageContaining("shikaku.webhook-secret-key-number");
    }

    private List<byte[]> secretsOf(UUID webhook) throws SQLException {
        var row = new Ledger(postgres)
                .rows("select secret, previous_secret from webhook where id = ?", webhook)
                .get(0);
        return List.of((byte[]) row.get("secret"), (byte[]) row.get("previous_secret"));
    }
}
