package jp.shikaku.registration;

import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.registration.world.RegistrationTest;
import jp.shikaku.registration.world.Rows;

import static org.assertj.core.api.Assertions.assertThat;

@RegistrationTest
class SchemaTest {

    LocalPostgres postgres;

    /** With a column that does not fit the service would not have started, and this test would not run. */
    @Test
    void entitiesAreValidatedAgainstTheMigrations() {
        assertThat(ConfigProvider.getConfig()
                        .getValue("quarkus.hibernate-orm.schema-management.strategy", String.class))
                .isEqualTo("validate");
        assertThat(new Rows(postgres).count("select count(*) from flyway_schema_history where not success"))
                .isZero();
    }
}
