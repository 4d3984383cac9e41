package jp.shikaku.eligibility;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jp.shikaku.eligibility.testing.Body;
import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Clinic;
import jp.shikaku.eligibility.testing.Coverages;
import jp.shikaku.eligibility.testing.Ledger;
import jp.shikaku.eligibility.testing.LogWatch;
import jp.shikaku.eligibility.testing.Marks;
import jp.shikaku.eligibility.testing.NothingPersonalLogged;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.local.postgres.LocalPostgres;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nothing personal comes into a log, even when something breaks with the data in its hands (R1, R5). That it does not
 * otherwise either is watched by {@link NothingPersonalLogged} in every class of tests.
 */
@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
class SecrecyTest {

    LocalPostgres postgres;

    private final Card card = Card.fresh();
    private final Body content = Coverages.of(card, Coverages.newPerson());

    @Test
    void databaseThatQuotesTheCoverageIsNotQuoted() throws SQLException {
        try (LogWatch watch = LogWatch.open()) {
            whileQuoted(
                    "coverage",
                    () -> Coverages.put(UUID.randomUUID(), 1, content).then().statusCode(500));

            assertThat(watch.lines()).anyMatch(line -> line.contains("PgException"));
            assertThat(watch.personal()).isEmpty();
        }
    }

    @Test
    void databaseThatQuotesTheConfirmationIsNotQuoted() throws SQLException {
        try (LogWatch watch = LogWatch.open()) {
            whileQuoted("confirmation", () -> Clinic.hana().ask(card).then().statusCode(503));

            assertThat(watch.lines()).anyMatch(line -> line.contains("PgException"));
            assertThat(watch.personal()).isEmpty();
        }
    }

    @Test
    void rowThatCannotBeReadIsNotQuoted() throws SQLException {
        UUID enrolment = Coverages.link(content);
        new Ledger(postgres)
                .execute("update coverage set person_key = '%s' where enrolment_id = '%s'"
                        .formatted("-".repeat(42) + "_", enrolment));
        try (LogWatch watch = LogWatch.open()) {
            Clinic.hana().ask(card).then().statusCode(503);

            assertThat(watch.lines()).anyMatch(line -> line.contains("InvalidValueException"));
            assertThat(watch.personal()).isEmpty();
        }
    }

    @Test
    void databaseDoesNotLogTheRowItRefuses() throws IOException, SQLException {
        Ledger ledger = new Ledger(postgres);
        int before = Files.readString(postgres.log()).length();
        ledger.execute("alter table coverage add constraint picky check (lost < date '1900-01-01') not valid");
        try {
            Coverages.put(UUID.randomUUID(), 1, content.with("lost", "2024-04-01"))
                    .then()
                    .statusCode(500);
        } finally {
            ledger.execute("alter table coverage drop constraint picky");
        }

        String written = Files.readString(postgres.log()).substring(before);
        assertThat(written).contains("picky");
        assertThat(Marks.isPersonal(written)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "見本　花子",
                "the card 見本123456",
                "number 907112345678 was refused",
                "ミホン",
                "GoHSx9XXY9DoOLMWvSuF56s4cSpz9x0nofTsO2rDMIs"
            })
    void watchFindsWhatIsPersonal(String text) {
        Exception failure = new IllegalStateException(text);
        failure.setStackTrace(new StackTraceElement[0]);
        try (LogWatch watch = LogWatch.open()) {
            Logger.getLogger("jp.shikaku").log(Level.INFO, "{0}", text);
            Logger.getLogger("jp.shikaku").log(Level.WARNING, "failed", failure);

            assertThat(watch.personal()).hasSize(2);
        }
    }

    /** Does {@code attempt} while {@code table} refuses every new row with a message that repeats the whole of it. */
    private void whileQuoted(String table, Runnable attempt) throws SQLException {
        Ledger ledger = new Ledger(postgres);
        ledger.execute(
                """
                create function quote_row() returns trigger language plpgsql as $$
                begin
                    raise exception 'no room for %%', new;
                end $$;
                create trigger quoting before insert on %s for each row execute function quote_row()"""
                        .formatted(table));
        try {
            attempt.run();
        } finally {
            ledger.execute("drop function quote_row() cascade");
        }
    }
}
