package jp.shikaku.inquiry.casefile;

import java.net.URI;
import java.time.LocalDate;
import java.util.function.Consumer;

import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslResponse;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.core.model.RequestResponsePact;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;

import jp.shikaku.contracts.progress.Progress;
import jp.shikaku.contracts.progress.ProgressStage;
import jp.shikaku.inquiry.world.InquiryTest;
import jp.shikaku.kit.testing.contract.ConsumerPactSuite;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static org.assertj.core.api.Assertions.assertThat;

/** What the hotline expects of registration. */
@InquiryTest
class ProgressPactTest extends ConsumerPactSuite {

    private static final LocalDate SINCE = LocalDate.of(2026, 4, 3);
    private static final LocalDate DUE_ON = LocalDate.of(2026, 4, 8);

    private static final String WITHOUT_REPORT = "GoHSx9XXY9DoOLMWvSuF56s4cSpz9x0nofTsO2rDMIs";
    private static final String REPORTED = "PoHSx9XXY9DoOLMWvSuF56s4cSpz9x0nofTsO2rDMIs";
    private static final String HELD = "h2TC-gdSPTrrpUcLdsNPXQzFBnlADxSBLHHvmVzkv1w";
    private static final String UNKNOWN = "u2TC-gdSPTrrpUcLdsNPXQzFBnlADxSBLHHvmVzkv1w";

    @Override
    protected String consumer() {
        return "inquiry-service";
    }

    @Override
    protected String provider() {
        return "registration-service";
    }

    @Override
    protected RequestResponsePact pact(PactDslWithProvider pact) {
        PactDslResponse forEmployer = answered(
                ofPerson(
                        pact.given("a person has lost her coverage, and nothing was reported since")
                                .uponReceiving("where a person stands whose employer has to report")
                                .path("/progress"),
                        WITHOUT_REPORT),
                body -> waiting(body, ProgressStage.WAITING_FOR_EMPLOYER));
        PactDslResponse forInsurer = answered(
                ofPerson(
                        forEmployer
                                .given("an employer has reported a person whom no insurer has enrolled")
                                .uponReceiving("where a person stands whose insurer has to enrol")
                                .path("/progress"),
                        REPORTED),
                body -> waiting(body, ProgressStage.WAITING_FOR_INSURER));
        PactDslResponse confirmed = answered(
                ofCard(
                        forInsurer
                                .given("an enrolment is held")
                                .uponReceiving("where a card stands whose data are being confirmed")
                                .path("/progress"),
                        HELD),
                body -> {
                    body.stringValue("stage", ProgressStage.BEING_CONFIRMED.name());
                    PactWords.date(body, "since", SINCE.toString());
                    body.booleanType("overdue", false);
                });
        return answered(
                        ofCard(
                                confirmed
                                        .given("nothing is known of a card")
                                        .uponReceiving("where a card stands that nobody knows")
                                        .path("/progress"),
                                UNKNOWN),
                        body -> body.stringValue("stage", ProgressStage.NOTHING_KNOWN.name())
                                .booleanValue("overdue", false))
                .toPact();
    }

    @Override
    protected void converse(URI sister) {
        RegistrationClient registration =
                QuarkusRestClientBuilder.newBuilder().baseUri(sister).build(RegistrationClient.class);

        assertThat(ask(registration, WITHOUT_REPORT, null))
                .isEqualTo(new Progress(ProgressStage.WAITING_FOR_EMPLOYER, SINCE, DUE_ON, false));
        assertThat(ask(registration, REPORTED, null))
                .isEqualTo(new Progress(ProgressStage.WAITING_FOR_INSURER, SINCE, DUE_ON, false));
        assertThat(ask(registration, null, HELD))
                .isEqualTo(new Progress(ProgressStage.BEING_CONFIRMED, SINCE, null, false));
        assertThat(ask(registration, null, UNKNOWN))
                .isEqualTo(new Progress(ProgressStage.NOTHING_KNOWN, null, null, false));
    }

    private static Progress ask(RegistrationClient registration, String personKey, String subjectKey) {
        return registration
                .progress(personKey, subjectKey, PactWords.REQUEST_ID)
                .await()
                .indefinitely();
    }

    private static PactDslRequestWithPath ofPerson(PactDslRequestWithPath request, String example) {
        return PactWords.asked(request).queryParameterFromProviderState("personKey", "${personKey}", example);
    }

    private static PactDslRequestWithPath ofCard(PactDslRequestWithPath request, String example) {
        return PactWords.asked(request).queryParameterFromProviderState("subjectKey", "${subjectKey}", example);
    }

    private static PactDslResponse answered(PactDslRequestWithPath request, Consumer<LambdaDslObject> body) {
        return request.willRespondWith()
                .status(200)
                .body(newJsonBody(body::accept).build());
    }

    private static void waiting(LambdaDslObject body, ProgressStage stage) {
        body.stringValue("stage", stage.name());
        PactWords.date(body, "since", SINCE.toString());
        PactWords.date(body, "dueOn", DUE_ON.toString());
        body.booleanType("overdue", false);
    }
}
