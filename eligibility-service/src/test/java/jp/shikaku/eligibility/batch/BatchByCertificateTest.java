package jp.shikaku.eligibility.batch;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import jp.shikaku.eligibility.certificate.CertificateKeys;
import jp.shikaku.eligibility.testing.Body;
import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Certificates;
import jp.shikaku.eligibility.testing.Clinic;
import jp.shikaku.eligibility.testing.Coverages;
import jp.shikaku.eligibility.testing.Ledger;
import jp.shikaku.eligibility.testing.NothingPersonalLogged;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.local.postgres.LocalPostgres;

import static jp.shikaku.eligibility.batch.BatchDesk.CSV;
import static jp.shikaku.eligibility.batch.BatchDesk.JSON;
import static jp.shikaku.eligibility.batch.BatchDesk.bytes;
import static jp.shikaku.eligibility.batch.BatchDesk.json;
import static jp.shikaku.eligibility.batch.BatchDesk.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.hamcrest.Matchers.equalTo;

/** Rows that ask by the certificate of an individual-number card, as a desk does whose patients came before. */
@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
@ExtendWith(NothingPersonalLogged.class)
class BatchByCertificateTest {

    LocalPostgres postgres;

    @Inject
    CertificateKeys keys;

    private final BatchDesk desk = new BatchDesk(Clinic.fresh());
    private final Card card = Card.fresh();
    private final String person = Coverages.newPerson();
    private final String serial = Certificates.freshSerial();

    @Test
    void rowsByCertificateAreAnsweredBesideThoseByCard() {
        Coverages.link(Coverages.of(card, person));
        certificates().bind(serial, person);

        String id = desk.answered(
                JSON,
                json(
                        question(card, "by card"),
                        byCertificate(serial, "by certificate"),
                        byCertificate(Certificates.freshSerial(), "not bound")));

        assertThat(desk.byId(id, "validity"))
                .containsExactly(entry("by card", 1), entry("by certificate", 1), entry("not bound", "REFUSED"));
        Map<String, Object> shown = desk.result(id, JSON).path("rows[1].answer.coverage");
        assertThat(shown).containsEntry("number", card.number());
        assertThat(desk.result(id, JSON).<List<String>>path("rows[2].errors.code"))
                .containsExactly("certificate-not-bound");
        desk.get(id).then().body("valid", equalTo(2)).body("refused", equalTo(1));
    }

    /** One implementation: what a batch says is what the desk would have been told. */
    @Test
    void answerIsThatOfTheSingleQuestion() {
        Coverages.link(Coverages.whole(card, person));
        certificates().bind(serial, person);
        Map<String, Object> single = desk.clinic()
                .signedIn()
                .contentType(JSON)
                .body(byCertificate(serial, "p-1").fields())
                .post("/certificate-confirmations")
                .then()
                .statusCode(201)
                .extract()
                .path("$");

        String id = desk.answered(JSON, json(byCertificate(serial, "p-1")));

        assertThat(desk.result(id, JSON).<Map<String, Object>>path("rows[0].answer"))
                .usingRecursiveComparison()
                .ignoringFields("confirmationNumber", "askedAt")
                .isEqualTo(single);
    }

    /** R6: that it was known is something about its holder. */
    @Test
    void certificateThatCannotBeUsedIsRefusedAndTheRefusalIsALook() throws SQLException {
        Coverages.link(Coverages.of(card, person));
        certificates().bind(serial, person);
        Certificates.post(certificates()
                .said(serial, 2, person, "REVOKED", LocalDate.now().plusYears(4)));

        String id = desk.answered(JSON, json(byCertificate(serial, "revoked")));

        assertThat(desk.result(id, JSON).<List<String>>path("rows[0].errors.code"))
                .containsExactly("certificate-revoked");
        assertThat(new Ledger(postgres)
                        .number(
                                "select count(*) from look where person_key = ? and confirmation_number is null"
                                        + " and actor_id = ? and request_id = ?",
                                person,
                                desk.clinic().code(),
                                desk.requestOf(id)))
                .isEqualTo(1);
    }

    @Test
    void cardAndCertificateInOneRowAreRefused() {
        certificates().bind(serial, person);

        String id = desk.answered(
                JSON,
                json(question(card, "both").with("certificateSerial", serial), byCertificate("xyz", "no serial")));

        assertThat(desk.result(id, JSON).<List<List<String>>>path("rows.errors.code"))
                .containsExactly(List.of("card-or-certificate"), List.of("certificate-serial-format"));
    }

    @Test
    void fileOfCertificatesNeedsNoColumnsOfCards() {
        Coverages.link(Coverages.of(card, person));
        certificates().bind(serial, person);

        String id = desk.answered(CSV, bytes("照会ID,電子証明書シリアル番号,診療日\nA-1," + serial + ",R8.11.24\n"));

        assertThat(desk.byId(id, "validity")).containsExactly(entry("A-1", 1));
    }

    /** What turned out to be another person's is not shown when the result is fetched. */
    @Test
    void coverageOfWhoeverHadTheCertificateIsNotShownAgain() {
        Coverages.link(Coverages.of(card, person));
        certificates().bind(serial, person);
        String id = desk.answered(JSON, json(byCertificate(serial, "p-1")));
        Certificates.post(certificates()
                .said(
                        serial,
                        2,
                        Coverages.newPerson(),
                        "ACTIVE",
                        LocalDate.now().plusYears(4)));

        Map<String, Object> answer = desk.result(id, JSON).path("rows[0].answer");

        assertThat(answer).doesNotContainKey("coverage");
    }

    private static Body byCertificate(String serial, String id) {
        return new Body(new LinkedHashMap<>(Map.of("certificateSerial", serial, "correlationId", id)));
    }

    private Certificates certificates() {
        return new Certificates(keys);
    }
}
