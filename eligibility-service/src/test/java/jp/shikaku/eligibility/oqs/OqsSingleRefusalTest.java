package jp.shikaku.eligibility.oqs;

import java.sql.SQLException;
import java.util.UUID;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Clinic;
import jp.shikaku.eligibility.testing.Ledger;
import jp.shikaku.eligibility.testing.NothingPersonalLogged;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.local.postgres.LocalPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

/** Both layers of failure of one card asked about, and what HTTP refuses. */
@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
@ExtendWith(NothingPersonalLogged.class)
class OqsSingleRefusalTest {

    LocalPostgres postgres;

    private final Clinic clinic = Clinic.hana();
    private final Card card = Card.fresh();

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "InsurerNumber,06139993,SKP102",
        "InsurerNumber,77777777,SKP103",
        "InsurerNumber,12345,SKP101",
        "InsurerNumber,,SKP101",
        "InsurerNumber,54130018,SKP104",
        "InsuredCardSymbol,123456789012345678901,SKP201",
        "InsuredIdentificationNumber,,SKP301",
        "InsuredBranchNumber,123,SKP401",
        "Birthdate,1990-01-15,SKP501",
        "Birthdate,19900230,SKP501",
        "Birthdate,,SKP501",
        "Birthdate,29990101,SKP502",
        "LimitApplicationCertificateRelatedConsFlg,2,SKP601",
    })
    void wrongCardIsRefusedInTheSecondLayerAndLeavesNoTrace(String element, String value, String code)
            throws SQLException {
        long before = new Ledger(postgres).confirmations();

        OqsReply reply = OqsReply.to(clinic, request(card).card(element, value));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("SegmentOfResult")).contains("1");
        assertThat(reply.text("ProcessingResultStatus")).contains("2");
        assertThat(reply.text("ProcessingResultCode")).contains(code);
        assertThat(reply.text("QualificationValidity")).isEmpty();
        assertThat(new Ledger(postgres).confirmations()).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "MedicalInstitutionCode,,SKF007",
        "MedicalInstitutionCode,abc,SKF007",
        "MedicalInstitutionCode,1310000015,SKF008",
        "QualificationConfirmationDate,2026-04-01,SKF009",
        "QualificationConfirmationDate,20260230,SKF009",
        "ArbitraryFileIdentifier,12345678901234567890123456789012345678901234567890123456789012345,SKF010",
    })
    void wrongHeaderIsRefusedInTheFirstLayerAndLeavesNoTrace(String element, String value, String code)
            throws SQLException {
        long before = new Ledger(postgres).confirmations();

        OqsReply reply = OqsReply.to(clinic, request(card).header(element, value));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("SegmentOfResult")).contains("9");
        assertThat(reply.text("ErrorCode")).contains(code);
        assertThat(reply.text("MedicalInstitutionCode")).contains(clinic.code());
        assertThat(reply.text("QualificationValidity")).isEmpty();
        assertThat(new Ledger(postgres).confirmations()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|SKF001",
                "<XmlMsg>|SKF001",
                "<Other/>|SKF006",
                "<!DOCTYPE XmlMsg SYSTEM 'file:///etc/passwd'><XmlMsg/>|SKF005",
                "<?xml version='1.0' encoding='EUC-JP'?><XmlMsg/>|SKF002",
            })
    void documentThatIsNoneIsRefusedInTheFirstLayer(String document, String code) {
        OqsReply reply = OqsReply.to(clinic, document.getBytes());

        assertThat(reply.text("SegmentOfResult")).contains("9");
        assertThat(reply.text("ErrorCode")).contains(code);
        assertThat(reply.text("ArbitraryFileIdentifier")).isEmpty();
    }

    @Test
    void moreThanOneCardIsRefused() {
        String one = "<QualificationConfirmSearchInfo/>";

        OqsReply reply = OqsReply.to(clinic, request(card).document(one + one));

        assertThat(reply.text("ErrorCode")).contains("SKF012");
        assertThat(reply.text("ArbitraryFileIdentifier")).contains("A0001");
    }

    @Test
    void sameKeyGivesTheFirstAnswerAgainAndAnotherQuestionIsRefused() {
        String key = UUID.randomUUID().toString();

        String first = ask(key, request(card)).text("ProcessingResultMessage").orElseThrow();

        assertThat(ask(key, request(card)).text("ProcessingResultMessage")).contains(first);
        assertThat(ask(key, request(card.branch("02"))).text("ErrorCode")).contains("SKF014");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/json"})
    void otherMediaTypesAreRefusedByHttp(String type) {
        clinic.signedIn()
                .contentType(type)
                .body("<XmlMsg/>")
                .post("/oqs/OQSsiquc01req")
                .then()
                .statusCode(415)
                .contentType(startsWith("application/problem+json"));
    }

    private OqsReply ask(String key, OqsRequest request) {
        return OqsReply.of(clinic.signedIn()
                .header("Idempotency-Key", key)
                .contentType("text/xml")
                .body(request.bytes())
                .post("/oqs/OQSsiquc01req"));
    }

    private OqsRequest request(Card asked) {
        return OqsRequest.of(clinic.code(), asked);
    }
}
