package jp.shikaku.eligibility.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Clinic;
import jp.shikaku.eligibility.testing.Coverages;
import jp.shikaku.eligibility.testing.Ledger;
import jp.shikaku.eligibility.testing.NothingPersonalLogged;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.kit.testing.Tokens;
import jp.shikaku.local.identity.Role;
import jp.shikaku.local.postgres.LocalPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** R6: what was recorded is not changed, and it is seen when somebody does. */
@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
@ExtendWith(NothingPersonalLogged.class)
class LookChainTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    LocalPostgres postgres;

    private final Clinic clinic = Clinic.hana();
    private final Card card = Card.fresh();

    @Test
    void everyLookIsSealedWithinSecondsAndTheChainIsIntact() throws SQLException {
        Coverages.link(card);
        clinic.numberFor(card);
        clinic.numberFor(Card.fresh());

        sealed();

        Verified verified = verifyAll();
        assertThat(verified.broken).isEmpty();
        assertThat(verified.looks).isEqualTo(ledger().looks());
        assertThat(verifyAll(23)).as("in larger pages").isEqualTo(verified);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update look set actor_id = '1310000015' where confirmation_number = '%s'",
                "update look set person_key = null where confirmation_number = '%s'",
                "delete from look where confirmation_number = '%s'",
                "insert into look select gen_random_uuid(), at, actor_role, actor_id, on_behalf_of, purpose,"
                        + " confirmation_number, as_of, validity, subject_key, person_key, enrolment_id, request_id,"
                        + " coverage_shown, txn from look where confirmation_number = '%s'"
            })
    void changeByTheOwnerOfTheDatabaseIsFound(String change) throws SQLException {
        Coverages.link(card);
        String number = clinic.numberFor(card).replace("-", "");
        sealed();
        Ledger ledger = ledger();
        ledger.execute(
                "create table as_it_was as select * from look where confirmation_number = '%s'".formatted(number));
        try {
            tamper(change.formatted(number));

            assertThat(verifyAll().broken).hasSize(1);
        } finally {
            tamper("delete from look where confirmation_number = '%s'".formatted(number));
            tamper("insert into look select * from as_it_was");
            ledger.execute("drop table as_it_was");
        }
        assertThat(verifyAll().broken).isEmpty();
    }

    @Test
    void sealThatWasRewrittenIsFoundByTheOneBehindIt() throws SQLException {
        clinic.numberFor(card);
        sealed();
        clinic.numberFor(card);
        sealed();
        long number = ledger().number("select max(number) - 1 from look_seal");
        String rewrite = "update look_seal set hash = sha256(hash) where number = " + number;
        byte[] hash = (byte[]) ledger().rows("select hash from look_seal where number = ?", number)
                .get(0)
                .get("hash");
        try {
            tamper(rewrite);

            assertThat(verifyAll().broken).containsExactly((int) number, (int) number + 1);
        } finally {
            tamper("update look_seal set hash = '\\x%s' where number = %d"
                    .formatted(HexFormat.of().formatHex(hash), number));
        }
        assertThat(verifyAll().broken).isEmpty();
    }

    /** What is still being written may come before what is written already: it must not be sealed out. */
    @Test
    void lookOfATransactionUnderWayIsNotPassedOver() throws SQLException {
        clinic.numberFor(card);
        sealed();
        try (Connection slow = ledger().connect()) {
            slow.setAutoCommit(false);
            slow.createStatement()
                    .execute(
                            "insert into look select ('00000000-0000-4000-8000-' || left(md5(random()::text), 12))::uuid, at, actor_role, actor_id, on_behalf_of, purpose,"
                                    + " confirmation_number, as_of, validity, subject_key, person_key, enrolment_id, request_id,"
                                    + " coverage_shown from look limit 1");
            clinic.numberFor(card);
            await().during(Duration.ofSeconds(2)).atMost(PATIENCE).until(() -> unsealed() >= 1);
            slow.commit();
        }

        sealed();

        assertThat(verifyAll().broken).isEmpty();
        assertThat(verifyAll().looks).isEqualTo(ledger().looks());
    }

    @Test
    void onlyTheOperatorVerifies() {
        clinic.signedIn().get("/looks/verification").then().statusCode(403);
        Tokens.as(Role.INSURER, Card.INSURER).get("/looks/verification").then().statusCode(403);
        operator("/looks/verification?after=x").then().statusCode(422);
    }

    private record Verified(List<Integer> broken, long looks) {}

    private Verified verifyAll() {
        return verifyAll(7);
    }

    private Verified verifyAll(int limit) {
        List<Integer> broken = new ArrayList<>();
        long looks = 0;
        Object next = 0;
        while (next != null) {
            Response page = operator("/looks/verification?limit=" + limit + "&after=" + next);
            Map<String, Object> found = page.then().statusCode(200).extract().path("$");
            List<Integer> wrong = page.path("broken");
            assertThat(found.get("intact")).isEqualTo(wrong.isEmpty());
            broken.addAll(wrong);
            looks += ((Number) found.get("looks")).longValue();
            next = found.get("next");
        }
        return new Verified(broken, looks);
    }

    private void sealed() {
        await().atMost(PATIENCE).until(() -> unsealed() == 0);
    }

    private int unsealed() {
        return operator("/looks/verification?limit=1").path("unsealed");
    }

    private static Response operator(String path) {
        return Tokens.as(Role.OPERATOR, "op-1").get(path);
    }

    /** As somebody could who owns the database. */
    private void tamper(String change) throws SQLException {
        ledger().execute("alter table look disable trigger user; alter table look_seal disable trigger user; "
                + change
                + "; alter table look enable trigger user; alter table look_seal enable trigger user");
    }

    private Ledger ledger() {
        return new Ledger(postgres);
    }
}
