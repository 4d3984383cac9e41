package jp.shikaku.eligibility;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import jp.shikaku.contracts.batch.ConfirmationBatch;
import jp.shikaku.contracts.problem.Problem;
import jp.shikaku.eligibility.contract.EligibilityStates;
import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Clinic;
import jp.shikaku.eligibility.testing.Coverages;
import jp.shikaku.kit.testing.PackagedSuite;
import jp.shikaku.kit.testing.Tokens;
import jp.shikaku.kit.testing.contract.ProviderStates;
import jp.shikaku.local.identity.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;

/** JSON, XML in two encodings, FHIR, files, pages, the cards of the sandbox: as it is shipped. */
class EligibilityPackagedIT extends PackagedSuite {

    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Clinic clinic = Clinic.hana();

    @Override
    public String provider() {
        return "eligibility-service";
    }

    @Override
    public ProviderStates states() {
        return new EligibilityStates();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("shikaku.sandbox.enabled", "true");
    }

    @Override
    protected List<String> openPages() {
        return List.of("", "/sign-in");
    }

    @Test
    void answersAreWhole() {
        Card card = Card.fresh();
        Coverages.link(Coverages.whole(card, Coverages.newPerson()));

        clinic.ask(card)
                .then()
                .statusCode(201)
                .body("validity", equalTo(1))
                .body("coverage.name", containsString("花子"))
                .body("coverage.burdenShare", equalTo("030"))
                .body("prescription.reason.ja", notNullValue())
                .body("display.en", notNullValue());
        clinic.ask(Card.fresh()).then().statusCode(201).body("deskSteps.text.ja", everyItem(notNullValue()));
    }

    /** A fingerprint is made of JSON: of a record that could not be looked into it would always be the same one. */
    @Test
    void sameKeyWithAnotherCardIsRefused() throws Exception {
        String key = UUID.randomUUID().toString();
        assertThat(clinic.ask(Card.fresh().question(), key).statusCode()).isEqualTo(201);
        Response reused = clinic.ask(Card.fresh().question(), key);
        assertThat(reused.statusCode()).isEqualTo(422);
        assertThat(sameBytesOnEveryForm(reused, Problem.class).code()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void receiptComputersAreAnsweredInTheirEncoding() {
        Card card = Card.fresh();
        Coverages.link(Coverages.of(card, Coverages.newPerson()).with("name", "髙﨑　見本"));

        String utf8 = new String(oqs(card, "UTF-8", StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        String shiftJis = new String(oqs(card, "Shift_JIS", WINDOWS_31J), WINDOWS_31J);

        assertThat(utf8).contains("<QualificationValidity>1<", "<Name>髙﨑　見本</Name>");
        assertThat(shiftJis)
                .startsWith("<?xml version=\"1.0\" encoding=\"Shift_JIS\"")
                .contains("<Name>髙﨑　見本</Name>");
    }

    /** What the parser says of a broken document it looks up in files of its own. */
    @Test
    void aDocumentThatIsNoXmlIsRefusedByName() {
        Response refused = clinic.signedIn()
                .contentType("application/xml")
                .body("<XmlMsg><MessageHeader></XmlMsg>".getBytes(StandardCharsets.UTF_8))
                .post("/oqs/OQSsiquc01req");
        assertThat(refused.statusCode()).isLessThan(500);
        assertThat(refused.asString()).contains("<ErrorCode>");
    }

    @Test
    void resourcesOfFhirAreWritten() {
        clinic.signedIn()
                .get("/fhir/metadata")
                .then()
                .statusCode(200)
                .body("resourceType", equalTo("CapabilityStatement"))
                .body("fhirVersion", equalTo("4.0.1"));
    }

    @Test
    void filesOfQuestionsAreAnswered() throws Exception {
        Card card = Card.fresh();
        Coverages.link(card);
        String file = "照会ID,保険者番号,記号,番号,枝番,生年月日\nr-1,%s,%s,%s,01,平成2年1月15日\n"
                .formatted(card.insurerNumber(), card.symbol(), card.number());

        Response sent = clinic.signedIn()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("text/csv; charset=windows-31j")
                .body(file.getBytes(WINDOWS_31J))
                .post("/confirmation-batches");
        assertThat(sent.statusCode()).isEqualTo(202);
        String batch = "/confirmation-batches/" + sent.path("id");
        await().atMost(PATIENCE)
                .until(() -> "COMPLETED".equals(clinic.signedIn().get(batch).path("state")));

        sameBytesOnEveryForm(clinic.signedIn().get(batch), ConfirmationBatch.class);
        clinic.signedIn()
                .accept("application/json")
                .get(batch + "/result")
                .then()
                .statusCode(200)
                .body("rows[0].answer.validity", equalTo(1));
        assertThat(new String(
                        clinic.signedIn()
                                .accept("text/csv")
                                .queryParam("charset", "windows-31j")
                                .get(batch + "/result")
                                .asByteArray(),
                        WINDOWS_31J))
                .contains("照会", "r-1");
    }

    @Test
    void desksWorkOnTheirPages() {
        Card unknown = Card.fresh();
        Card known = Card.fresh();
        Coverages.link(Coverages.whole(known, Coverages.newPerson()));
        String none = "/reception/" + clinic.numberFor(unknown);
        pagesAreThereFor(
                Role.INSTITUTION,
                clinic.code(),
                "/reception",
                "/history",
                none,
                none + "/now",
                none + "/declaration",
                "/reception/" + clinic.numberFor(known));
    }

    @Test
    void theSandboxHasItsCards() {
        Card valid = new Card("06139984", "見本", "1001", null, "1990-01-15");
        clinic.ask(valid).then().statusCode(201).body("validity", equalTo(1));
    }

    @Test
    void theOperatorSeesWhoLooked() {
        Card card = Card.fresh();
        UUID enrolment = Coverages.link(Coverages.whole(card, Coverages.newPerson()));
        String number = clinic.numberFor(card);

        Tokens.as(Role.OPERATOR, "op-1")
                .queryParam("enrolmentId", enrolment)
                .get("/looks")
                .then()
                .statusCode(200)
                .body("items.confirmationNumber", equalTo(List.of(number)));
    }

    private byte[] oqs(Card card, String encoding, Charset charset) {
        String document =
                """
                <?xml version="1.0" encoding="%s" standalone="no"?>
                <XmlMsg><MessageHeader><MedicalInstitutionCode>%s</MedicalInstitutionCode><ArbitraryFileIdentifier>A0001</ArbitraryFileIdentifier></MessageHeader>
                <MessageBody><QualificationConfirmSearchInfo><InsurerNumber>%s</InsurerNumber><InsuredCardSymbol>%s</InsuredCardSymbol><InsuredIdentificationNumber>%s</InsuredIdentificationNumber><InsuredBranchNumber>01</InsuredBranchNumber><Birthdate>%s</Birthdate><LimitApplicationCertificateRelatedConsFlg>0</LimitApplicationCertificateRelatedConsFlg></QualificationConfirmSearchInfo></MessageBody></XmlMsg>"""
                        .formatted(
                                encoding,
                                clinic.code(),
                                card.insurerNumber(),
                                card.symbol(),
                                card.number(),
                                card.birthDate().replace("-", ""));
        return clinic.signedIn()
                .contentType("application/xml")
                .body(document.getBytes(charset))
                .post("/oqs/OQSsiquc01req")
                .asByteArray();
    }
}
