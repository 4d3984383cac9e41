package jp.shikaku.eligibility.oqs;

import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
@ExtendWith(NothingPersonalLogged.class)
class OqsBulkTest {

    LocalPostgres postgres;

    private final Clinic clinic = Clinic.hana();
    private final BulkClient bulk = new BulkClient(clinic);
    private final Card card = Card.fresh();

    @Test
    void cardsAreAnsweredUnderTheirReceptionNumberInTheirOrder() {
        Coverages.link(card);

        OqsReply accepted = bulk.upload(bulk.request(card)
                .document(bulk.search(card, "p-1")
                        + bulk.search(Card.fresh(), "p-2")
                        + bulk.request(card)
                                .card("InsurerNumber", "06139993")
                                .card("Birthdate", "x")
                                .search()));
        assertThat(accepted.text("SegmentOfResult")).contains("1");
        assertThat(accepted.text("ProcessingResultStatus")).contains("1");
        String number = accepted.text("ReceptionNumber").orElseThrow();
        assertThat(number).matches("[0-9]{17}");

        OqsReply answer = bulk.answered(number);

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
        assertThat(bulk.download(number).texts("ProcessingResultMessage"))
                .isEqualTo(answer.texts("ProcessingResultMessage"));
    }

    @Test
    void shiftJisIsFetchedInTheEncodingOfTheFetching() {
        Coverages.link(Coverages.of(card, Coverages.newPerson()).with("name", "髙見本𠮷"));
        String number =
                BulkClient.number(bulk.upload(bulk.request(card).in("Shift_JIS").document(bulk.search(card, "ｱ"))));
        bulk.answered(number);

        OqsReply answer = bulk.download(clinic.code(), number, "Shift_JIS");

        assertThat(answer.decoded("windows-31j")).contains("<Name>髙見本●</Name>", "<ArbitraryIdentifier>ｱ<");
    }

    /** R7. */
    @Test
    void inquiryOfAnotherInstitutionIsAsIfThereWereNone() {
        String number = BulkClient.number(bulk.upload(bulk.request(card).document(bulk.search(card, "p-1"))));
        bulk.answered(number);

        assertThat(new BulkClient(Clinic.another()).download(number).text("ErrorCode"))
                .contains("SKF013");
        assertThat(bulk.download("20260401000000000").text("ErrorCode")).contains("SKF013");
        OqsReply foreign = bulk.download(Clinic.another().code(), number, "UTF-8");
        assertThat(foreign.text("ErrorCode")).contains("SKF008");
    }

    /** R1. */
    @Test
    void whatWasSuspendedMeanwhileIsNotFetched() {
        String person = Coverages.newPerson();
        UUID enrolment = Coverages.link(Coverages.of(card, person));
        String number = BulkClient.number(bulk.upload(bulk.request(card).document(bulk.search(card, "p-1"))));
        assertThat(bulk.answered(number).count("ResultOfQualificationConfirmation"))
                .isEqualTo(1);

        Coverages.put(enrolment, 2, Coverages.of(card, person).with("state", "SUSPENDED"))
                .then()
                .statusCode(204);

        assertThat(bulk.download(number).count("ResultOfQualificationConfirmation"))
                .isZero();
        assertThat(bulk.download(number).text("ProcessingResultCode").orElseThrow())
                .as("valid, as it was answered, is not to be relied on")
                .isEqualTo("SKP902");
        assertThat(bulk.download(number).count("QualificationValidity")).isZero();
    }

    /** R6. */
    @Test
    void everyAskingAndEveryFetchingOfACardIsRecorded() throws SQLException {
        Coverages.link(card);
        String number = BulkClient.number(bulk.upload(bulk.request(card).document(bulk.search(card, "p-1"))));
        bulk.answered(number);
        bulk.download(number);

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
        byte[] document = bulk.request(card).document(bulk.search(card, "p-1"));

        String first = BulkClient.number(bulk.upload(key, document));

        assertThat(BulkClient.number(bulk.upload(key, document))).isEqualTo(first);
        OqsReply other = bulk.upload(key, bulk.request(card).document(bulk.search(card, "p-2")));
        assertThat(other.text("ErrorCode")).contains("SKF014");
        assertThat(new Ledger(postgres).number("select count(*) from oqs_bulk where idempotency_key = ?", key))
                .isEqualTo(1);
        bulk.answered(first);
    }

    @Test
    void thousandsOfCardsAreEachAnsweredOnce() throws SQLException {
        Coverages.link(card);
        String cards = IntStream.range(0, 1500)
                .mapToObj(i -> bulk.search(i % 2 == 0 ? card : card.born("1980-01-01"), "p-" + i))
                .collect(Collectors.joining(" ".repeat(1000)));
        byte[] document = bulk.request(card).document(cards);
        assertThat(document).hasSizeGreaterThan(1_500_000);

        OqsReply answer = bulk.answered(BulkClient.number(bulk.upload(document)));

        assertThat(answer.texts("ArbitraryIdentifier"))
                .isEqualTo(IntStream.range(0, 1500).mapToObj(i -> "p-" + i).toList());
        assertThat(answer.texts("QualificationValidity"))
                .isEqualTo(IntStream.range(0, 1500)
                        .mapToObj(i -> i % 2 == 0 ? "1" : "4")
                        .toList());
    }
}
