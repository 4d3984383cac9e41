package jp.shikaku.registration.linkage;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.inject.Inject;

import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslResponse;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.core.model.RequestResponsePact;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;

import jp.shikaku.contracts.coverage.BurdenShare;
import jp.shikaku.contracts.coverage.CardClass;
import jp.shikaku.contracts.coverage.FamilyRelation;
import jp.shikaku.contracts.coverage.LossReason;
import jp.shikaku.contracts.linkage.CoverageBatch;
import jp.shikaku.contracts.linkage.CoverageDelivery;
import jp.shikaku.contracts.linkage.CoverageOutcome;
import jp.shikaku.contracts.linkage.CoverageResult;
import jp.shikaku.contracts.linkage.CoverageState;
import jp.shikaku.contracts.linkage.CoverageVersion;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.person.Sex;
import jp.shikaku.kit.testing.contract.ConsumerPactSuite;
import jp.shikaku.registration.certificate.CertificatePact;
import jp.shikaku.registration.mislink.MislinkPact;
import jp.shikaku.registration.sister.SisterReader;
import jp.shikaku.registration.world.RegistrationTest;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static org.assertj.core.api.Assertions.assertThat;

/** What the linkage, the desk of suspected wrong links and the feed of certificates expect of eligibility. */
@RegistrationTest
class LinkagePactTest extends ConsumerPactSuite {

    private static final UUID OPEN = UUID.fromString("0190a1b2-0000-7000-8000-00000000000a");
    private static final UUID ENDED = UUID.fromString("0190a1b2-0000-7000-8000-00000000000b");
    private static final UUID CORRECTED = UUID.fromString("0190a1b2-0000-7000-8000-00000000000c");
    private static final UUID WRONG = UUID.fromString("0190a1b2-0000-7000-8000-00000000000d");

    private static final String PERSON_KEY = "GoHSx9XXY9DoOLMWvSuF56s4cSpz9x0nofTsO2rDMIs";
    private static final LocalDate ACQUIRED = LocalDate.of(2026, 4, 1);
    private static final LocalDate LOST = LocalDate.of(2026, 10, 1);

    @Inject
    SisterReader reader;

    @Override
    protected String consumer() {
        return "registration-service";
    }

    @Override
    protected String provider() {
        return "eligibility-service";
    }

    @Override
    protected RequestResponsePact pact(PactDslWithProvider pact) {
        PactDslResponse open = handedOver(
                pact.given("no version of an enrolment was applied")
                        .uponReceiving("the first version of a coverage")
                        .path("/coverages"),
                item(OPEN, LinkagePactTest::coverage),
                result -> result.stringMatcher("outcome", "APPLIED|APPLIED_BEFORE", "APPLIED"));
        PactDslResponse ended = handedOver(
                open.given("no version of an enrolment was applied")
                        .uponReceiving("a coverage that ends on a known day")
                        .path("/coverages"),
                item(ENDED, body -> {
                    coverage(body);
                    body.stringMatcher("lost", "[0-9]{4}-[0-9]{2}-[0-9]{2}", LOST.toString());
                    body.stringMatcher("lossReason", "01|02|03|99", LossReason.OTHER.code());
                }),
                result -> result.stringMatcher("outcome", "APPLIED|APPLIED_BEFORE", "APPLIED"));
        PactDslResponse late = handedOver(
                ended.given("version 2 of an enrolment was applied", Map.of("enrolmentId", CORRECTED.toString()))
                        .uponReceiving("a version that arrives after a later one")
                        .path("/coverages"),
                item(CORRECTED, LinkagePactTest::coverage),
                result -> result.stringValue("outcome", "STALE"));
        PactDslResponse wrong = handedOver(
                late.given("no version of an enrolment was applied")
                        .uponReceiving("a coverage that ends before it begins")
                        .path("/coverages"),
                item(WRONG, body -> {
                    coverage(body);
                    body.stringValue("lost", ACQUIRED.toString());
                    body.stringMatcher("lossReason", "01|02|03|99", LossReason.OTHER.code());
                }),
                result -> {
                    result.stringValue("outcome", "INVALID");
                    result.array(
                            "errors",
                            errors -> errors.object(fault -> fault.stringValue("pointer", "/content/lost")
                                    .stringValue("code", "date-order")));
                });
        return CertificatePact.expectedAfter(MislinkPact.expectedAfter(wrong)).toPact();
    }

    @Override
    protected void converse(URI sister) {
        EligibilityClient eligibility =
                QuarkusRestClientBuilder.newBuilder().baseUri(sister).build(EligibilityClient.class);

        assertThat(send(eligibility, OPEN, version(null, null)).outcome()).isEqualTo(CoverageOutcome.APPLIED);
        assertThat(send(eligibility, ENDED, version(LOST, LossReason.OTHER)).outcome())
                .isEqualTo(CoverageOutcome.APPLIED);
        assertThat(send(eligibility, CORRECTED, version(null, null)).outcome().settled())
                .isTrue();

        CoverageResult wrong = send(eligibility, WRONG, version(ACQUIRED, LossReason.OTHER));
        assertThat(wrong.outcome().settled()).isFalse();
        assertThat(Reply.refusal(wrong)).isEqualTo("values-invalid: /content/lost date-order");

        MislinkPact.converse(sister, reader);
        CertificatePact.converse(sister, reader);
    }

    private CoverageResult send(EligibilityClient eligibility, UUID enrolment, CoverageVersion version) {
        Reply reply = eligibility
                .apply(new CoverageBatch(List.of(new CoverageDelivery(enrolment, 1, version))))
                .map(answer -> Reply.read(reader.read(answer), 1))
                .await()
                .indefinitely();
        return ((Reply.Results) reply).results().get(0);
    }

    private static CoverageVersion version(LocalDate lost, LossReason reason) {
        return new CoverageVersion(
                PersonKey.of(PERSON_KEY),
                InsurerNumber.of("06139992"),
                "１２３",
                "45",
                "01",
                CardClass.GENERAL,
                null,
                null,
                null,
                "髙橋　花子",
                "タカハシ　ハナコ",
                null,
                null,
                Sex.FEMALE,
                null,
                LocalDate.of(1990, 1, 15),
                "1000013",
                "東京都千代田区霞が関1丁目2番3号",
                FamilyRelation.INSURED_PERSON,
                BurdenShare.THREE_TENTHS,
                ACQUIRED,
                lost,
                reason,
                true,
                CoverageState.VISIBLE);
    }

    private static PactDslResponse handedOver(
            PactDslRequestWithPath request, Consumer<LambdaDslObject> item, Consumer<LambdaDslObject> result) {
        return request.method("POST")
                .matchHeader("Authorization", "Bearer .+", "Bearer token")
                .matchHeader("Content-Type", "application/json.*", "application/json")
                .body(newJsonBody(body -> body.array("items", items -> items.object(item)))
                        .build())
                .willRespondWith()
                .status(200)
                .matchHeader("Content-Type", "application/json.*", "application/json")
                .body(newJsonBody(body -> body.array("results", results -> results.object(result)))
                        .build());
    }

    private static Consumer<LambdaDslObject> item(UUID enrolment, Consumer<LambdaDslObject> content) {
        return item -> item.stringValue("enrolmentId", enrolment.toString())
                .numberValue("version", 1)
                .object("content", content);
    }

    private static void coverage(LambdaDslObject body) {
        body.stringMatcher("personKey", "[A-Za-z0-9_-]{43}", PERSON_KEY)
                .stringMatcher("insurerNumber", "[0-9]{6}|[0-9]{8}", "06139992")
                .stringType("symbol", "１２３")
                .stringType("number", "45")
                .stringMatcher("branch", "[0-9]{2}", "01")
                .stringMatcher("cardClass", "0[1-7]", "01")
                .stringType("name", "髙橋　花子")
                .stringType("nameKana", "タカハシ　ハナコ")
                .stringMatcher("sex", "[123]", "2")
                .stringMatcher("birthDate", "[0-9]{4}-[0-9]{2}-[0-9]{2}", "1990-01-15")
                .stringMatcher("postalCode", "[0-9]{7}", "1000013")
                .stringType("address", "東京都千代田区霞が関1丁目2番3号")
                .stringMatcher("relation", "[12]", "1")
                .stringMatcher("burdenShare", "0[123]0", "030")
                .stringMatcher("acquired", "[0-9]{4}-[0-9]{2}-[0-9]{2}", ACQUIRED.toString())
                .booleanType("medicalInfoAllowed", true)
                .stringMatcher("state", "VISIBLE|SUSPENDED|WITHDRAWN", "VISIBLE");
    }
}
