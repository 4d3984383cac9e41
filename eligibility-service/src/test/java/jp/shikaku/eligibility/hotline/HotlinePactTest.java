package jp.shikaku.eligibility.hotline;

import java.net.URI;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;

import jakarta.inject.Inject;

import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.core.model.RequestResponsePact;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;

import jp.shikaku.contracts.confirmation.HotlineNow;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.kit.testing.contract.ConsumerPactSuite;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonArrayMinLike;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What answers expect of inquiry: the lines, and when the one for desks answers. That there is that line inquiry tests itself. */
@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
class HotlinePactTest extends ConsumerPactSuite {

    private static final String MOMENT =
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?\\+09:00";
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-24T10:00:00+09:00");
    private static final OffsetDateTime CLOSES = OffsetDateTime.parse("2026-11-24T18:00:00+09:00");
    private static final String PHONE_NUMBER = "0800-080-4583";

    @Inject
    HotlineConfig config;

    @Inject
    ObjectMapper json;

    @Inject
    Vertx vertx;

    @Override
    protected String consumer() {
        return "eligibility-service";
    }

    @Override
    protected String provider() {
        return "inquiry-service";
    }

    @Override
    protected RequestResponsePact pact(PactDslWithProvider pact) {
        return pact.uponReceiving("which lines there are, and whether they answer")
                .path("/hotline/now")
                .method("GET")
                .matchHeader("Accept", "application/json.*", "application/json")
                .willRespondWith()
                .status(200)
                .matchHeader("Content-Type", "application/json.*", "application/json")
                .body(newJsonArrayMinLike(
                                1,
                                lines -> lines.object(each -> each.object("line", line -> line.stringMatcher(
                                                        "id", "[a-z]+(-[a-z]+)*", config.line())
                                                .stringMatcher("phoneNumber", "[0-9]+(-[0-9]+)+", PHONE_NUMBER))
                                        .object("status", status -> status.stringMatcher(
                                                        "asOf", MOMENT, "2026-11-24T10:00:00+09:00")
                                                .booleanType("open", true)
                                                .stringMatcher("nextOpening", MOMENT, "2026-11-25T08:00:00+09:00")
                                                .stringMatcher("nextClosing", MOMENT, "2026-11-24T18:00:00+09:00"))))
                        .build())
                .toPact();
    }

    @Override
    protected void converse(URI sister) {
        InquiryClient client =
                QuarkusRestClientBuilder.newBuilder().baseUri(sister).build(InquiryClient.class);
        Hotline hotline = new Hotline(
                client,
                config,
                Optional.of(sister.toString()),
                Clock.fixed(NOW.toInstant(), JapanTime.ZONE),
                json,
                vertx);
        try {
            hotline.start(null);
            await().until(() -> hotline.now().isPresent());
        } finally {
            hotline.stop(null);
        }
        assertThat(hotline.now()).contains(new HotlineNow(PHONE_NUMBER, true, CLOSES));
    }
}
