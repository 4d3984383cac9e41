package jp.shikaku.registration.certificate;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;

import au.com.dius.pact.consumer.dsl.PactDslResponse;
import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;

import jp.shikaku.contracts.certificate.BindingOutcome;
import jp.shikaku.contracts.certificate.BindingResult;
import jp.shikaku.contracts.certificate.BoundCertificate;
import jp.shikaku.contracts.certificate.BoundCertificates;
import jp.shikaku.contracts.certificate.CertificateState;
import jp.shikaku.contracts.person.CertificateKey;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.registration.sister.SisterReader;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static org.assertj.core.api.Assertions.assertThat;

/** What the feed of certificates expects of eligibility, as a part of the one pact between the two services. */
public final class CertificatePact {

    private static final String REQUEST_ID = "0190a1b2-0000-7000-8000-000000000001";
    private static final String CERTIFICATE = "c".repeat(42) + "A";
    private static final String PERSON = "GoHSx9XXY9DoOLMWvSuF56s4cSpz9x0nofTsO2rDMIs";
    private static final LocalDate EXPIRES = LocalDate.of(2030, 1, 15);

    private CertificatePact() {}

    public static PactDslResponse expectedAfter(PactDslResponse others) {
        return others.given("nothing was said of a certificate")
                .uponReceiving("whose a certificate is")
                .path("/certificates")
                .method("POST")
                .matchHeader("Authorization", "Bearer .+", "Bearer token")
                .matchHeader("Content-Type", "application/json.*", "application/json")
                .matchHeader("X-Request-Id", "[0-9a-f-]{36}", REQUEST_ID)
                .body(newJsonBody(body -> body.array(
                                "certificates",
                                certificates -> certificates.object(it -> it.stringMatcher(
                                                "certificateKey", "[A-Za-z0-9_-]{43}", CERTIFICATE)
                                        .integerType("version", 1)
                                        .stringMatcher("personKey", "[A-Za-z0-9_-]{43}", PERSON)
                                        .stringMatcher("state", "ACTIVE|SUSPENDED|REVOKED", "ACTIVE")
                                        .stringMatcher("expiresOn", "[0-9]{4}-[0-9]{2}-[0-9]{2}", EXPIRES.toString()))))
                        .build())
                .willRespondWith()
                .status(200)
                .matchHeader("Content-Type", "application/json.*", "application/json")
                .body(newJsonBody(body -> body.array(
                                "outcomes", outcomes -> outcomes.stringMatcher("APPLIED|APPLIED_BEFORE", "APPLIED")))
                        .build());
    }

    public static void converse(URI sister, SisterReader reader) {
        EligibilityClient eligibility =
                QuarkusRestClientBuilder.newBuilder().baseUri(sister).build(EligibilityClient.class);
        BoundCertificate certificate = new BoundCertificate(
                CertificateKey.of(CERTIFICATE), 1, PersonKey.of(PERSON), CertificateState.ACTIVE, EXPIRES);

        BindingResult result = eligibility
                .apply(new BoundCertificates(List.of(certificate)), REQUEST_ID)
                .map(answer -> reader.read(answer)
                        .as(new TypeReference<BindingResult>() {})
                        .orElseThrow())
                .await()
                .indefinitely();

        assertThat(result.outcomes()).containsExactly(BindingOutcome.APPLIED);
    }
}
