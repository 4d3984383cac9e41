package jp.shikaku.eligibility.oqs;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Clinic;
import jp.shikaku.eligibility.testing.Coverages;
import jp.shikaku.eligibility.testing.Ledger;
import jp.shikaku.eligibility.testing.NothingPersonalLogged;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.local.postgres.LocalPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What a bulk inquiry lives through: breaking off, outages, replicas that are killed, too many of them. */
@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
@ExtendWith(NothingPersonalLogged.class)
class OqsBulkRecoveryTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String HOUR_LONG_LEASE =
            "update oqs_bulk set state = 'WAITING', lease = gen_random_uuid(), leased_until = now() + interval '1 hour'"
                    + " where reception_number = '%s'";

    LocalPostgres postgres;

    private final BulkClient bulk = new BulkClient(Clinic.hana());
    private final Card card = Card.fresh();

    /** What a replica leaves that is killed: cards asked about and not marked, and a lease that runs out. */
    @Test
    void inquiryOfAKilledReplicaIsFinishedWithoutAskingTwice() throws SQLException {
        Ledger ledger = new Ledger(postgres);
        Coverages.link(card);
        String number = BulkClient.number(bulk.upload(bulk.request(card)
                .document(Stream.of("p-1", "p-2", "p-3")
                        .map(id -> bulk.search(card, id))
                        .collect(Collectors.joining()))));
        List<String> before = bulk.answered(number).texts("ProcessingResultMessage");
        long confirmations = ledger.confirmations();

        ledger.execute("update oqs_bulk_card set confirmation_number = null where place > 1 and reception_number = '%s'"
                .formatted(number));
        ledger.execute(HOUR_LONG_LEASE.formatted(number));
        assertThat(bulk.download(number).text("SegmentOfResult")).contains("2");
        ledger.execute("update oqs_bulk set leased_until = now() where reception_number = '%s'".formatted(number));

        assertThat(bulk.answered(number).texts("ProcessingResultMessage")).isEqualTo(before);
        assertThat(ledger.confirmations()).isEqualTo(confirmations);
    }

    /** R3. */
    @Test
    void cardsThatCannotBeDeterminedAreAskedAboutAgainAndNeverNoInformation() throws SQLException {
        Coverages.link(card);
        String number;
        try (Connection other = new Ledger(postgres).connect()) {
            other.setAutoCommit(false);
            other.createStatement().execute("lock table coverage in access exclusive mode");
            number = BulkClient.number(bulk.upload(bulk.request(card).document(bulk.search(card, "p-1"))));
            await().atMost(PATIENCE).until(() -> attempts(number) > 0);
            assertThat(bulk.download(number).text("SegmentOfResult")).contains("2");
        }

        OqsReply answer = bulk.answered(number);

        assertThat(answer.texts("QualificationValidity")).containsExactly("1");
        assertThat(attempts(number)).isGreaterThan(1);
    }

    @Test
    void onlySoManyInquiriesMayWait() throws SQLException {
        BulkClient eager = new BulkClient(Clinic.another());
        Ledger ledger = new Ledger(postgres);
        List<String> waiting = IntStream.range(0, 10)
                .mapToObj(i -> BulkClient.number(eager.upload(document(eager))))
                .toList();
        waiting.forEach(number -> eager.answered(number));
        for (String number : waiting) {
            ledger.execute(HOUR_LONG_LEASE.formatted(number));
        }
        try {
            assertThat(eager.upload(document(eager)).text("ErrorCode")).contains("SKF017");
        } finally {
            ledger.execute("update oqs_bulk set state = 'ANSWERED'");
        }
        eager.answered(BulkClient.number(eager.upload(document(eager))));
    }

    @Test
    void unfinishedInquiryIsStillBeingWorkedOn() throws SQLException {
        String number = BulkClient.number(bulk.upload(bulk.request(card).document(bulk.search(card, "p-1"))));
        bulk.answered(number);
        new Ledger(postgres).execute(HOUR_LONG_LEASE.formatted(number));

        OqsReply answer = bulk.download(number);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("SegmentOfResult")).contains("2");
        assertThat(answer.text("ErrorCode")).contains("SKW001");
        assertThat(answer.count("BulkConfirmUnit")).isZero();
    }

    @Test
    void documentThatBreaksOffLeavesNothingBehind() throws SQLException {
        long before = inquiries();
        String many = bulk.search(card, "p").repeat(1200);
        byte[] whole = bulk.request(card).document(many);

        OqsReply cut = bulk.upload(Arrays.copyOf(whole, whole.length - 100));
        assertThat(cut.text("ErrorCode")).contains("SKF001");
        OqsReply tooMany =
                bulk.upload(bulk.request(card).document(bulk.search(card, "p").repeat(10_001)));
        assertThat(tooMany.text("ErrorCode")).contains("SKF012");
        OqsReply none = bulk.upload(bulk.request(card).document(""));
        assertThat(none.text("ErrorCode")).contains("SKF011");

        assertThat(inquiries()).isEqualTo(before);
    }

    private byte[] document(BulkClient asking) {
        return asking.request(card).document(asking.search(card, "p-1"));
    }

    private long attempts(String receptionNumber) {
        return number("select max(attempts) as number from oqs_bulk_card where reception_number = ?", receptionNumber);
    }

    private long inquiries() {
        return number("select count(*) as number from oqs_bulk");
    }

    private long number(String query, Object... parameters) {
        try {
            Map<String, Object> row =
                    new Ledger(postgres).rows(query, parameters).get(0);
            return ((Number) row.get("number")).longValue();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
