package jp.shikaku.eligibility.fhir;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Clinic;
import jp.shikaku.eligibility.testing.Coverages;
import jp.shikaku.eligibility.testing.NothingPersonalLogged;
import jp.shikaku.kit.testing.ServiceEnvironment;

import static jp.shikaku.eligibility.fhir.FhirClient.refused;
import static jp.shikaku.eligibility.fhir.FhirClient.valid;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

/** A {@code Coverage} is found by the member identifier of JP Core, and read again by its id. */
@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
@ExtendWith(NothingPersonalLogged.class)
class FhirCoverageTest {

    private final Clinic clinic = Clinic.hana();
    private final FhirClient fhir = new FhirClient(clinic);
    private final Card card = Card.fresh();

    @Test
    void coverageIsFoundByItsMemberIdentifierAndTheBirthDate() {
        Coverages.link(Coverages.whole(card, Coverages.newPerson()));
        String identifier = Systems.MEMBER_ID + "|" + FhirClient.memberId(card);

        valid(fhir.coverage(identifier, card.birthDate()))
                .body("resourceType", equalTo("Bundle"))
                .body("type", equalTo("searchset"))
                .body("total", equalTo(1))
                .body("entry[0].search.mode", equalTo("match"))
                .body("entry[0].resource.resourceType", equalTo("Coverage"))
                .body("entry[0].resource", not(hasKey("meta")))
                .body("entry[0].resource.identifier[0].value", equalTo(FhirClient.memberId(card)))
                .body("entry[0].resource.relationship.coding[0].code", equalTo("1"))
                .body("entry[0].resource.costToBeneficiary[0].valueQuantity.value", equalTo(30))
                .body("entry[0].resource.contained[0].name.text", hasItem("見本　花子"));
        valid(fhir.coverage(FhirClient.memberId(card), card.birthDate())).body("total", equalTo(1));
        valid(fhir.coverage(identifier, "1991-01-15")).body("total", equalTo(0)).body("$", not(hasKey("entry")));
    }

    @Test
    void ofSeveralCoveragesNoneIsChosen() {
        Coverages.link(card.branch("01"));
        Coverages.link(card.branch("02"));

        valid(fhir.coverage(FhirClient.memberId(card.branch(null)), card.birthDate()))
                .body("total", equalTo(0))
                .body("entry[0].search.mode", equalTo("outcome"))
                .body("entry[0].resource.issue[0].code", equalTo("multiple-matches"));
    }

    /** Its parameters are in no address, and so in no log of addresses. */
    @Test
    void searchByFormFindsTheSame() {
        Coverages.link(card);

        valid(form().formParam("identifier", FhirClient.memberId(card))
                        .formParam("beneficiary.birthdate", card.birthDate())
                        .post("/fhir/Coverage/_search"))
                .body("total", equalTo(1));
        refused(
                        form().formParam("identifier", FhirClient.memberId(card))
                                .post("/fhir/Coverage/_search"),
                        422,
                        "required")
                .body("issue[0].expression", contains("http.patient.birthdate"));
        refused(
                form().formParam("identifier", FhirClient.memberId(card))
                        .queryParam("identifier", FhirClient.memberId(card))
                        .formParam("patient.birthdate", card.birthDate())
                        .post("/fhir/Coverage/_search"),
                422,
                "value");
    }

    @Test
    void coverageThatWasFoundCanBeReadByItsId() {
        Coverages.link(card);
        String id = fhir.coverage(FhirClient.memberId(card), card.birthDate()).path("entry[0].resource.id");

        valid(fhir.signedIn().get("/fhir/Coverage/" + id))
                .body("resourceType", equalTo("Coverage"))
                .body("id", equalTo(id))
                .body("identifier[0].value", equalTo(FhirClient.memberId(card)));
        refused(new FhirClient(Clinic.another()).signedIn().get("/fhir/Coverage/" + id), 404, "not-found");
        refused(fhir.signedIn().get("/fhir/Coverage/1"), 404, "not-found");
    }

    @Test
    void fullWidthAsJpCoreWritesItFindsTheSame() {
        Coverages.link(card);

        valid(fhir.coverage(FhirClient.memberId(card.inFullWidth()), card.birthDate()))
                .body("total", equalTo(1));
    }

    @Test
    void onlyJsonIsSpoken() {
        valid(asked().queryParam("_format", "json").get("/fhir/Coverage")).body("total", equalTo(0));
        refused(asked().queryParam("_format", "xml").get("/fhir/Coverage"), 406, "not-supported");
    }

    private RequestSpecification asked() {
        return fhir.signedIn()
                .queryParam("identifier", FhirClient.memberId(card))
                .queryParam("patient.birthdate", card.birthDate());
    }

    private RequestSpecification form() {
        return fhir.signedIn().contentType("application/x-www-form-urlencoded; charset=UTF-8");
    }
}
