package jp.shikaku.eligibility.oqs;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
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
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
@ExtendWith(NothingPersonalLogged.class)
class OqsBulkTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String HOUR_LONG_LEASE =
            "update oqs_bulk set state = 'WAITING', lease = gen_random_uuid(), leased_until = now() + interval '1 hour'"
                    + " where reception_number = '%s'";

    LocalPostgres postgres;

    private final Clinic clinic = Clinic.hana();
    private final Card card = Card.fresh();

    @Test
    void cardsAreAnsweredUnderTheirReceptionNumberInTheirOrder() {
        Coverages.link(card);

        OqsReply accepted = upload(request(card)
                .document(search(card, "p-1")
                        + search(Card.fresh(), "p-2")
                        + request(card)
                                .card("InsurerNumber", "06139993")
                                .card("Birthdate", "x")
                                .search()));
        assertThat(accepted.text("SegmentOfResult")).contains("1");
        assertThat(accepted.text("ProcessingResultStatus")).contains("1");
        String number = accepted.text("ReceptionNumber").orElseThrow();
        assertThat(number).matches("[0-9]{17}");

        OqsReply answer = answered(number);

        assertThat(answer.text("ReceptionNumber")).contains(number);
        assertThat(answer.text("ArbitraryFileIdentifier")).contains("A0001");
        assertThat(answer.text("NumberOfProcessingResult")).contains("3");
        assertThat(answer.text("NumberOfNormalProcessing")).contains("2");
        assertThat(answer.text("NumberOfError")).contains("1");
        assertThat(answer.texts("ProcessingResultStatus")).containsExactly("1", "1", "2");
        assertThat(answer.texts("QualificationValidity")).containsExactly("1", "4");
        assertThat(answer.texts("ArbitraryIdentifier")).containsExactly("p-1", "p-2");
        assertThat(answer.texts("ProcessingResultCode")).containsExactly("SKN001", "SKN001", "SKP102");
        assertThat(answer.texts("Name")).hasSize(1);
        // The same answer as often as it is fetched.
        assertThat(download(clinic, number).texts("ProcessingResultMessage"))
                .isEqualTo(answer.texts("ProcessingResultMessage"));
    }

    @Test
    void shiftJisIsFetchedInTheEncodingOfTheFetching() {
        Coverages.link(Coverages.of(card, Coverages.newPerson()).with("name", "髙見本𠮷"));
        String number = number(upload(request(card).in("Shift_JIS").document(search(card, "ｱ"))));
        answered(number);

        OqsReply answer =
                OqsReply.of(send(clinic.signedIn(), "OQSmuquc02req", downloadRequest(clinic, number, "Shift_JIS")));

        assertThat(answer.decoded("windows-31j")).contains("<Name>髙見本●</Name>", "<ArbitraryIdentifier>ｱ<");
    }

    @Test
    void unfinishedInquiryIsStillBeingWorkedOn() throws SQLException {
        String number = number(upload(request(card).document(search(card, "p-1"))));
        answered(number);
        new Ledger(postgres).execute(HOUR_LONG_LEASE.formatted(number));

        OqsReply answer = download(clinic, number);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("SegmentOfResult")).contains("2");
        assertThat(answer.text("ErrorCode")).contains("SKW001");
        assertThat(answer.count("BulkConfirmUnit")).isZero();
    }

    /** R7. */
    @Test
    void inquiryOfAnotherInstitutionIsAsIfThereWereNone() {
        String number = number(upload(request(card).document(search(card, "p-1"))));
        answered(number);

        assertThat(download(Clinic.another(), number).text("ErrorCode")).contains("SKF013");
        assertThat(download(clinic, "20260401000000000").text("ErrorCode")).contains("SKF013");
        OqsReply foreign = OqsReply.of(
                send(clinic.signedIn(), "OQSmuquc02req", downloadRequest(Clinic.another(), number, "UTF-8")));
        assertThat(foreign.text("ErrorCode")).contains("SKF008");
    }

    /** R1. */
    @Test
    void whatWasSuspendedMeanwhileIsNotFetched() {
        String person = Coverages.newPerson();
        UUID enrolment = Coverages.link(Coverages.of(card, person));
        String number = number(upload(request(card).document(search(card, "p-1"))));
        assertThat(answered(number).count("ResultOfQualificationConfirmation")).isEqualTo(1);

        Coverages.put(enrolment, 2, Coverages.of(card, person).with("state", "SUSPENDED"))
                .then()
                .statusCode(204);

        assertThat(download(clinic, number).count("ResultOfQualificationConfirmation"))
                .isZero();
    }

    /** R6. */
    @Test
    void everyAskingAndEveryFetchingOfACardIsRecorded() throws SQLException {
        Coverages.link(card);
        String number = number(upload(request(card).document(search(card, "p-1"))));
        answered(number);
        download(clinic, number);

        String confirmation = (String) new Ledger(postgres)
                .rows("select confirmation_number from oqs_bulk_card where reception_number = ?", number)
                .get(0)
                .get("confirmation_number");

        assertThat(new Ledger(postgres).looksAt(confirmation))
                .extracting(look -> look.get("purpose"))
                .containsExactly("CONFIRMATION", "CONFIRMATION_REREAD", "CONFIRMATION_REREAD");
        clinic.reread(confirmation).then().statusCode(200).body("correlationId", equalTo("p-1"));
    }

    @Test
    void sameKeyGivesTheSameReceptionNumberAndAnotherDocumentIsRefused() throws SQLException {
        String key = UUID.randomUUID().toString();
        byte[] document = request(card).document(search(card, "p-1"));

        String first = number(upload(key, document));

        assertThat(number(upload(key, document))).isEqualTo(first);
        OqsReply other = upload(key, request(card).document(search(card, "p-2")));
        assertThat(other.text("ErrorCode")).contains("SKF014");
        assertThat(new Ledger(postgres).number("select count(*) from oqs_bulk where idempotency_key = ?", key))
                .isEqualTo(1);
        answered(first);
    }

    @Test
    void documentThatBreaksOffLeavesNothingBehind() throws SQLException {
        long before = inquiries();
        String many = search(card, "p").repeat(1200);
        byte[] whole = request(card).document(many);

        OqsReply cut = upload(Arrays.copyOf(whole, whole.length - 100));
        assertThat(cut.text("ErrorCode")).contains("SKF001");
        OqsReply tooMany = upload(request(card).document(search(card, "p").repeat(10_001)));
        assertThat(tooMany.text("ErrorCode")).contains("SKF012");
        OqsReply none = upload(request(card).document(""));
        assertThat(none.text("ErrorCode")).contains("SKF011");

        assertThat(inquiries()).isEqualTo(before);
    }

    @Test
    void thousandsOfCardsAreEachAnsweredOnce() throws SQLException {
        Coverages.link(card);
        String cards = IntStream.range(0, 1500)
                .mapToObj(i -> search(i % 2 == 0 ? card : card.born("1980-01-01"), "p-" + i))
                .collect(Collectors.joining(" ".repeat(1000)));
        byte[] document = request(card).document(cards);
        assertThat(document).hasSizeGreaterThan(1_500_000);

        OqsReply answer = answered(number(upload(document)));

        assertThat(answer.texts("ArbitraryIdentifier"))
                .isEqualTo(IntStream.range(0, 1500).mapToObj(i -> "p-" + i).toList());
        assertThat(answer.texts("QualificationValidity"))
                .isEqualTo(IntStream.range(0, 1500)
                        .mapToObj(i -> i % 2 == 0 ? "1" : "4")
                        .toList());
    }

    /** What a replica leaves that is killed: cards asked about and not marked, and a lease that runs out. */
    @Test
    void inquiryOfAKilledReplicaIsFinishedWithoutAskingTwice() throws SQLException {
        Ledger ledger = new Ledger(postgres);
        Coverages.link(card);
        String number = number(upload(request(card)
                .document(Stream.of("p-1", "p-2", "p-3")
                        .map(id -> search(card, id))
                        .collect(Collectors.joining()))));
        List<String> before = answered(number).texts("ProcessingResultMessage");
        long confirmations = ledger.confirmations();

        ledger.execute("update oqs_bulk_card set confirmation_number = null where place > 1 and reception_number = '%s'"
                .formatted(number));
        ledger.execute(HOUR_LONG_LEASE.formatted(number));
        assertThat(download(clinic, number).text("SegmentOfResult")).contains("2");
        ledger.execute("update oqs_bulk set leased_until = now() where reception_number = '%s'".formatted(number));

        assertThat(answered(number).texts("ProcessingResultMessage")).isEqualTo(before);
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
            number = number(upload(request(card).document(search(card, "p-1"))));
            await().atMost(PATIENCE).until(() -> attempts(number) > 0);
            assertThat(download(clinic, number).text("SegmentOfResult")).contains("2");
        }

        OqsReply answer = answered(number);

        assertThat(answer.texts("QualificationValidity")).containsExactly("1");
        assertThat(attempts(number)).isGreaterThan(1);
    }

    @Test
    void onlySoManyInquiriesMayWait() throws SQLException {
        Clinic eager = Clinic.another();
        Ledger ledger = new Ledger(postgres);
        List<String> waiting = IntStream.range(0, 10)
                .mapToObj(i -> number(upload(eager, document(eager))))
                .toList();
        waiting.forEach(number -> answered(eager, number));
        for (String number : waiting) {
            ledger.execute(HOUR_LONG_LEASE.formatted(number));
        }
        try {
            assertThat(upload(eager, document(eager)).text("ErrorCode")).contains("SKF017");
        } finally {
            ledger.execute("update oqs_bulk set state = 'ANSWERED'");
        }
        answered(eager, number(upload(eager, document(eager))));
    }

    private byte[] document(Clinic asking) {
        return OqsRequest.of(asking.code(), card).document(search(card, "p-1"));
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

    private OqsRequest request(Card asked) {
        return OqsRequest.of(clinic.code(), asked);
    }

    private String search(Card asked, String identifier) {
        return request(asked).card("ArbitraryIdentifier", identifier).search();
    }

    private OqsReply upload(byte[] document) {
        return upload(clinic, document);
    }

    private static OqsReply upload(Clinic asking, byte[] document) {
        return OqsReply.of(send(asking.signedIn(), "OQSmuquc01req", document));
    }

    private OqsReply upload(String key, byte[] document) {
        return OqsReply.of(send(clinic.signedIn().header("Idempotency-Key", key), "OQSmuquc01req", document));
    }

    private static String number(OqsReply accepted) {
        return accepted.text("ReceptionNumber").orElseThrow();
    }

    private OqsReply answered(String receptionNumber) {
        return answered(clinic, receptionNumber);
    }

    private static OqsReply answered(Clinic asking, String receptionNumber) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> download(asking, receptionNumber),
                        answer -> answer.text("SegmentOfResult").orElse("").equals("1"));
    }

    private static OqsReply download(Clinic asking, String receptionNumber) {
        return OqsReply.of(send(asking.signedIn(), "OQSmuquc02req", downloadRequest(asking, receptionNumber, "UTF-8")));
    }

    private static byte[] downloadRequest(Clinic asking, String receptionNumber, String encoding) {
        return OqsRequest.of(asking.code(), Card.fresh())
                .in(encoding)
                .document("<ReceptionNumber>" + receptionNumber + "</ReceptionNumber>");
    }

    private static Response send(RequestSpecification asking, String exchange, byte[] document) {
        return asking.contentType("application/xml").body(document).post("/oqs/" + exchange);
    }
}
