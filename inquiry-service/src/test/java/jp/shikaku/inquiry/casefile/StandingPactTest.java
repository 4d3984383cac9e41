package jp.shikaku.inquiry.casefile;

import java.net.URI;

import jakarta.ws.rs.WebApplicationException;

import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslResponse;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.core.model.RequestResponsePact;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;

import jp.shikaku.contracts.confirmation.ConfirmationStanding;
import jp.shikaku.contracts.confirmation.PrescriptionForm;
import jp.shikaku.contracts.coverage.Validity;
import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.inquiry.world.InquiryTest;
import jp.shikaku.kit.testing.contract.ConsumerPactSuite;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What the hotline expects of eligibility. */
@InquiryTest
class StandingPactTest extends ConsumerPactSuite {

    private static final String PATH = "/confirmations/${confirmationNumber}/standing";
    private static final String AGENT = "hotline:agent-7";
    private static final String NOT_VALID = ConfirmationNumber.ofBits(1).value();
    private static final String VALID_NOW = ConfirmationNumber.ofBits(2).value();
    private static final String UNKNOWN = ConfirmationNumber.ofBits(3).value();
    private static final String SUBJECT_KEY = "h2TC-gdSPTrrpUcLdsNPXQzFBnlADxSBLHHvmVzkv1w";
    private static final String PERSON_KEY = "GoHSx9XXY9DoOLMWvSuF56s4cSpz9x0nofTsO2rDMIs";

    @Override
    protected String consumer() {
        return "inquiry-service";
    }

    @Override
    protected String provider() {
        return "eligibility-service";
    }

    @Override
    protected RequestResponsePact pact(PactDslWithProvider pact) {
        PactDslResponse notValid = asked(pact.given("a card was not valid when a clinic asked, and is not now")
                        .uponReceiving("how a confirmation stands whose card is still not valid")
                        .pathFromProviderState(PATH, path(NOT_VALID)))
                .willRespondWith()
                .status(200)
                .body(newJsonBody(body -> standing(body, 2, 2)).build());
        PactDslResponse validNow = asked(notValid.given("a card was unknown when a clinic asked, and is valid now")
                        .uponReceiving("how a confirmation stands whose card is valid by now")
                        .pathFromProviderState(PATH, path(VALID_NOW)))
                .willRespondWith()
                .status(200)
                .body(newJsonBody(body -> standing(body, 4, 1)).build());
        return asked(validNow.given("no confirmation has this number")
                        .uponReceiving("how a confirmation stands that does not exist")
                        .path(path(UNKNOWN)))
                .willRespondWith()
                .status(404)
                .matchHeader("Content-Type", "application/problem\\+json.*", "application/problem+json")
                .body(newJsonBody(body -> body.stringValue("code", "confirmation-not-found"))
                        .build())
                .toPact();
    }

    @Override
    protected void converse(URI sister) {
        EligibilityClient eligibility =
                QuarkusRestClientBuilder.newBuilder().baseUri(sister).build(EligibilityClient.class);

        ConfirmationStanding notValid = ask(eligibility, NOT_VALID);
        assertThat(notValid.now().validity()).isEqualTo(Validity.INVALID);
        assertThat(notValid.now().prescription().form()).isEqualTo(PrescriptionForm.PAPER);
        assertThat(notValid.personKey().value()).isEqualTo(PERSON_KEY);

        ConfirmationStanding validNow = ask(eligibility, VALID_NOW);
        assertThat(validNow.shown().validity()).isEqualTo(Validity.NOT_FOUND);
        assertThat(validNow.now().validity()).isEqualTo(Validity.VALID);

        assertThatExceptionOfType(WebApplicationException.class)
                .isThrownBy(() -> ask(eligibility, UNKNOWN))
                .satisfies(
                        refused -> assertThat(refused.getResponse().getStatus()).isEqualTo(404));
    }

    private static ConfirmationStanding ask(EligibilityClient eligibility, String number) {
        return eligibility.standing(number, AGENT, PactWords.REQUEST_ID).await().indefinitely();
    }

    private static PactDslRequestWithPath asked(PactDslRequestWithPath request) {
        return PactWords.asked(request).matchHeader("X-On-Behalf-Of", "hotline:[A-Za-z0-9._-]{1,64}", AGENT);
    }

    private static String path(String number) {
        return "/confirmations/" + number + "/standing";
    }

    private static void standing(LambdaDslObject body, int shown, int now) {
        body.stringMatcher(
                "confirmationNumber",
                "[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{5}",
                ConfirmationNumber.ofBits(1).display());
        PactWords.moment(body, "askedAt", "2026-04-08T10:00:00+09:00");
        body.object("shown", it -> shown(it, shown));
        body.object("now", it -> shown(it, now));
        PactWords.key(body, "subjectKey", SUBJECT_KEY);
        PactWords.key(body, "personKey", PERSON_KEY);
    }

    private static void shown(LambdaDslObject body, int validity) {
        PactWords.date(body, "asOf", "2026-04-08");
        body.numberValue("validity", validity);
        body.object("display", PactWords::text);
        body.object("prescription", prescription -> prescription
                .stringMatcher("form", "ELECTRONIC|PAPER", "PAPER")
                .object("reason", PactWords::text));
    }
}
