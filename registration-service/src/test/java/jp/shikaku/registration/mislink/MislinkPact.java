package jp.shikaku.registration.mislink;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslResponse;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;

import jp.shikaku.contracts.audit.Look;
import jp.shikaku.contracts.audit.LookPurpose;
import jp.shikaku.contracts.audit.OnBehalfOf;
import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.kit.request.PageRequest;
import jp.shikaku.registration.sister.SisterReader;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What the desk of suspected wrong links expects of eligibility, as a part of the one pact between the two services. */
public final class MislinkPact {

    private static final String REQUEST_ID = "0190a1b2-0000-7000-8000-000000000001";
    private static final String UUIDS = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String MOMENTS =
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?\\+09:00";
    private static final String NUMBERS = "[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{5}";
    private static final OnBehalfOf CLINIC = new OnBehalfOf("institution:0110113719");
    private static final InsurerNumber INSURER = InsurerNumber.of("06139992");
    private static final Instant SINCE = Instant.parse("2020-04-01T00:00:00Z");

    private static final ConfirmationNumber SHOWN = ConfirmationNumber.ofBits(11);
    private static final ConfirmationNumber SHOWED_NOBODY = ConfirmationNumber.ofBits(12);
    private static final ConfirmationNumber UNKNOWN = ConfirmationNumber.ofBits(13);
    private static final UUID LOOKED_AT = UUID.fromString("0190a1b2-0000-7000-8000-00000000001a");
    private static final UUID NEVER_LINKED = UUID.fromString("0190a1b2-0000-7000-8000-00000000001b");

    private MislinkPact() {}

    public static PactDslResponse expectedAfter(PactDslResponse others) {
        PactDslResponse shown = by(others.given("a clinic was shown a record")
                        .uponReceiving("which record a confirmation showed")
                        .pathFromProviderState("/confirmations/${confirmationNumber}/enrolment", path(SHOWN)))
                .willRespondWith()
                .status(200)
                .body(newJsonBody(body -> shown(body).stringMatcher("enrolmentId", UUIDS, LOOKED_AT.toString()))
                        .build());
        PactDslResponse nobody = by(shown.given("a clinic asked about a card that nobody has")
                        .uponReceiving("which record a confirmation showed that showed nobody")
                        .pathFromProviderState("/confirmations/${confirmationNumber}/enrolment", path(SHOWED_NOBODY)))
                .willRespondWith()
                .status(200)
                .body(newJsonBody(MislinkPact::shown).build());
        PactDslResponse unknown = refused(
                by(nobody.given("no confirmation has this number")
                        .uponReceiving("which record a confirmation showed that does not exist")
                        .path(path(UNKNOWN))),
                "confirmation-not-found");
        PactDslResponse looks = asked(unknown.given("a clinic was shown a record")
                        .uponReceiving("the looks at a record")
                        .path("/looks")
                        .queryParameterFromProviderState("enrolmentId", "${enrolmentId}", LOOKED_AT.toString()))
                .matchQuery("since", MOMENTS, "2020-04-01T09:00:00+09:00")
                .matchQuery("limit", "[0-9]{1,3}", "50")
                .willRespondWith()
                .status(200)
                .body(newJsonBody(body -> body.array("items", items -> items.object(MislinkPact::look)))
                        .build());
        return refused(
                asked(looks.given("no record has this id")
                                .uponReceiving("the looks at a record that was never linked")
                                .path("/looks"))
                        .matchQuery("enrolmentId", UUIDS, NEVER_LINKED.toString())
                        .matchQuery("limit", "[0-9]{1,3}", "50"),
                "coverage-not-found");
    }

    public static void converse(URI sister, SisterReader reader) {
        Eligibility eligibility = new Eligibility(
                QuarkusRestClientBuilder.newBuilder().baseUri(sister).build(EligibilityClient.class), reader);

        assertThat(eligibility
                        .shownBy(SHOWN, CLINIC, REQUEST_ID)
                        .await()
                        .indefinitely()
                        .enrolmentId())
                .isEqualTo(LOOKED_AT);
        assertThat(eligibility
                        .shownBy(SHOWED_NOBODY, CLINIC, REQUEST_ID)
                        .await()
                        .indefinitely()
                        .enrolmentId())
                .isNull();
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() ->
                        eligibility.shownBy(UNKNOWN, CLINIC, REQUEST_ID).await().indefinitely())
                .withMessage("confirmation-not-found");

        Look look = looks(eligibility, LOOKED_AT, Optional.of(SINCE)).items().get(0);
        assertThat(look.purpose()).isEqualTo(LookPurpose.CONFIRMATION);
        assertThat(look.dataShown()).isTrue();
        assertThat(looks(eligibility, NEVER_LINKED, Optional.empty())).isEqualTo(new Page<>(List.of(), null));
    }

    private static Page<Look> looks(Eligibility eligibility, UUID record, Optional<Instant> since) {
        return eligibility
                .looks(record, since, INSURER, new PageRequest(null, 50), REQUEST_ID)
                .await()
                .indefinitely();
    }

    private static PactDslRequestWithPath by(PactDslRequestWithPath request) {
        return signed(request).matchHeader("X-On-Behalf-Of", "[a-z]+:[A-Za-z0-9._-]{1,64}", CLINIC.value());
    }

    private static PactDslRequestWithPath asked(PactDslRequestWithPath request) {
        return signed(request).headers("X-On-Behalf-Of", "insurer:" + INSURER.value());
    }

    private static PactDslRequestWithPath signed(PactDslRequestWithPath request) {
        return request.method("GET")
                .matchHeader("Authorization", "Bearer .+", "Bearer token")
                .matchHeader("X-Request-Id", UUIDS, REQUEST_ID);
    }

    private static PactDslResponse refused(PactDslRequestWithPath request, String code) {
        return request.willRespondWith()
                .status(404)
                .matchHeader("Content-Type", "application/problem\\+json.*", "application/problem+json")
                .body(newJsonBody(body -> body.stringValue("code", code)).build());
    }

    private static LambdaDslObject shown(LambdaDslObject body) {
        return body.stringMatcher("confirmationNumber", NUMBERS, SHOWN.display())
                .stringMatcher("institutionCode", "[0-9]{10}", "0110113719")
                .stringMatcher("askedAt", MOMENTS, "2026-04-08T10:00:00+09:00");
    }

    private static void look(LambdaDslObject body) {
        body.stringMatcher("id", UUIDS, REQUEST_ID)
                .stringMatcher("at", MOMENTS, "2026-04-08T10:00:00+09:00")
                .stringValue("actorRole", "institution")
                .stringMatcher("actorId", "[0-9]{10}", "0110113719")
                .stringValue("purpose", "CONFIRMATION")
                .stringMatcher("confirmationNumber", NUMBERS, SHOWN.display())
                .stringMatcher("asOf", "[0-9]{4}-[0-9]{2}-[0-9]{2}", "2026-04-08")
                .numberValue("validity", 1)
                .booleanValue("dataShown", true);
    }

    private static String path(ConfirmationNumber number) {
        return "/confirmations/" + number.value() + "/enrolment";
    }
}
