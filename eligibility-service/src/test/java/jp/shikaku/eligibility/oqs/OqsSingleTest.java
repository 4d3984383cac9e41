package jp.shikaku.eligibility.oqs;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.eligibility.testing.Body;
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
class OqsSingleTest {

    LocalPostgres postgres;

    private final Clinic clinic = Clinic.hana();
    private final Card card = Card.fresh();
    private final LocalDate today = JapanTime.today(Clock.systemUTC());

    @Test
    void validCardIsAnsweredWithItsCoverage() {
        Coverages.link(card);

        OqsReply reply = ask(card);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("SegmentOfResult")).contains("1");
        assertThat(reply.text("ProcessingResultStatus")).contains("1");
        assertThat(reply.text("QualificationValidity")).contains("1");
        assertThat(reply.text("PrescriptionIssueSelect")).contains("1");
        assertThat(reply.text("ReferenceClassification")).contains("2");
        assertThat(reply.text("MedicalInstitutionCode")).contains(clinic.code());
        assertThat(reply.text("ArbitraryFileIdentifier")).contains("A0001");
        assertThat(reply.text("QualificationConfirmationDate")).contains(basic(today));
        assertThat(reply.text("ProcessExecutionTime").orElseThrow()).matches("[0-9]{14}");
        assertThat(reply.text("InsuredIdentificationNumber")).contains(card.number());
        assertThat(reply.text("NameKana")).contains("ﾐﾎﾝ ﾊﾅｺ");
        assertThat(reply.text("QualificationDate")).contains("20200401");
        assertThat(reply.text("DisqualificationDate")).isEmpty();
    }

    @Test
    void everythingThatACardSaysIsInTheAnswer() {
        Coverages.link(Coverages.whole(card, Coverages.newPerson()));

        OqsReply reply = ask(card);

        assertThat(reply.text("InsuredCardClassification")).contains("01");
        assertThat(reply.text("InsuredCertificateIssuanceDate")).contains("20200410");
        assertThat(reply.text("InsuredCardValidDate")).contains("20200401");
        assertThat(reply.text("InsuredCardExpirationDate")).contains("20260331");
        assertThat(reply.text("NameOfOtherKana")).contains("ﾐﾎﾝ ﾊﾝﾅ");
        assertThat(reply.text("Sex1")).contains("2");
        assertThat(reply.text("Sex2")).contains("3");
        assertThat(reply.text("PostNumber")).contains("100-0013");
        assertThat(reply.text("Address").orElseThrow()).startsWith("東京都");
        assertThat(reply.text("InsuredPartialContributionRatio")).contains("030");
    }

    /** R10. */
    @ParameterizedTest
    @CsvSource({"01,1", ",2"})
    void prescriptionIsElectronicOnlyWithABranch(String branch, String select) {
        Coverages.link(card.branch(branch));

        assertThat(ask(card.branch(null)).text("PrescriptionIssueSelect")).contains(select);
    }

    @Test
    void lostCardSaysSinceWhenAndWhy() {
        Coverages.link(lost(Coverages.newPerson()));

        OqsReply reply = ask(card);

        assertThat(reply.text("QualificationValidity")).contains("2");
        assertThat(reply.text("PrescriptionIssueSelect")).contains("2");
        assertThat(reply.text("DisqualificationDate")).contains("20240401");
        assertThat(reply.text("ReasonOfLoss")).contains("03");
        assertThat(reply.text("ProcessingResultMessage").orElseThrow())
                .contains("照会番号", "この資格はなくなっています", "まず、", "窓口の負担は3割", "紙の処方箋");
    }

    @Test
    void newerCoverageIsToldButNotShown() {
        String person = Coverages.newPerson();
        Coverages.link(lost(person));
        Coverages.link(Coverages.of(Card.fresh().at(Card.OTHER_INSURER), person).with("acquired", "2024-04-01"));

        OqsReply reply = ask(card);

        assertThat(reply.text("QualificationValidity")).contains("3");
        assertThat(reply.count("ResultOfQualificationConfirmation")).isEqualTo(1);
        assertThat(reply.text("InsurerNumber")).contains(Card.INSURER);
    }

    /** R4: neither of two is shown. */
    @Test
    void nothingAndSeveralAreAnsweredWithoutACoverage() {
        assertThat(ask(card).text("QualificationValidity")).contains("4");
        assertThat(ask(card).count("ResultList")).isZero();

        Coverages.link(card.branch("01"));
        Coverages.link(card.branch("02"));

        assertThat(ask(card.branch(null)).text("QualificationValidity")).contains("5");
        assertThat(ask(card.branch(null)).count("ResultList")).isZero();
    }

    @Test
    void sixDigitsAreAskedAndAnsweredWithSpacesInFront() {
        Card national = card.at("138057");
        Coverages.link(national);

        OqsReply reply = OqsReply.to(clinic, request(national).card("InsurerNumber", "  138057"));

        assertThat(reply.text("QualificationValidity")).contains("1");
        assertThat(reply.text("InsurerNumber")).contains("  138057");
    }

    @Test
    void shiftJisIsAnsweredInShiftJis() {
        Coverages.link(Coverages.of(card, Coverages.newPerson()).with("name", "髙﨑𠮷　見本"));

        OqsReply reply = OqsReply.to(clinic, request(card.inFullWidth()).in("Shift_JIS"));

        assertThat(reply.decoded("windows-31j"))
                .startsWith("<?xml version=\"1.0\" encoding=\"Shift_JIS\"")
                .contains("<Name>髙﨑●　見本</Name>", "<CharacterCodeIdentifier>1<");
        assertThat(reply.text("QualificationValidity")).contains("1");
    }

    @Test
    void dayAskedAboutIsTheOneInTheHeader() {
        Coverages.link(lost(Coverages.newPerson()));

        OqsReply reply = OqsReply.to(clinic, request(card).header("QualificationConfirmationDate", "20240331"));

        assertThat(reply.text("QualificationValidity")).contains("1");
        assertThat(reply.text("QualificationConfirmationDate")).contains("20240331");
    }

    /** R6. */
    @Test
    void lookIsRecordedAsOfAnyQuestion() throws SQLException {
        Coverages.link(card);

        String message = ask(card).text("ProcessingResultMessage").orElseThrow();

        String number = message.replaceFirst("照会番号 ([0-9A-Z-]+)。.*", "$1");
        assertThat(new Ledger(postgres).looksAt(number)).singleElement().satisfies(look -> {
            assertThat(look).containsEntry("actor_role", "institution");
            assertThat(look).containsEntry("actor_id", clinic.code());
            assertThat(look).containsEntry("purpose", "CONFIRMATION");
        });
        clinic.reread(number).then().statusCode(200).body("correlationId", equalTo("A0001"));
    }

    /** R3. */
    @Test
    void outageIsUndeterminedInBothLayersAndByHttp() throws SQLException {
        Coverages.link(card);
        try (Connection other = new Ledger(postgres).connect()) {
            other.setAutoCommit(false);
            other.createStatement().execute("lock table coverage in access exclusive mode");

            OqsReply reply = ask(card);

            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.text("SegmentOfResult")).contains("9");
            assertThat(reply.text("ErrorCode")).contains("SKF090");
            assertThat(reply.text("ErrorMessage").orElseThrow()).contains("判定不能");
            assertThat(reply.text("ProcessingResultStatus")).contains("2");
            assertThat(reply.text("QualificationValidity")).isEmpty();
        }
    }

    private OqsReply ask(Card asked) {
        return OqsReply.to(clinic, request(asked));
    }

    private OqsRequest request(Card asked) {
        return OqsRequest.of(clinic.code(), asked);
    }

    private Body lost(String person) {
        return Coverages.of(card, person).with("lost", "2024-04-01").with("lossReason", "03");
    }

    private static String basic(LocalDate date) {
        return date.format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
