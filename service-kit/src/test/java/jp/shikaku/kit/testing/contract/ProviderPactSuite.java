package jp.shikaku.kit.testing.contract;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.SynchronousRequestResponse;
import au.com.dius.pact.provider.HttpClientFactory;
import au.com.dius.pact.provider.ProviderClient;
import au.com.dius.pact.provider.ProviderInfo;
import au.com.dius.pact.provider.ProviderVerifier;
import au.com.dius.pact.provider.VerificationResult;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpRequest;
import org.junit.jupiter.api.Test;

import jp.shikaku.kit.testing.Tokens;
import jp.shikaku.local.identity.Role;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A service keeps what its sisters expect of it: every committed pact that names it is played against it, over HTTP and
 * with a real token, which the pact itself does not hold. In the tests of its sources as in those of what is shipped.
 */
public interface ProviderPactSuite {

    /** Name of the service under test. */
    String provider();

    /** What brings about what an interaction starts from. */
    ProviderStates states();

    @Test
    default void everyCommittedPactIsKept() {
        for (ObjectNode pact : pacts()) {
            for (int i = 0; i < pact.path("interactions").size(); i++) {
                assertThat(verify(pact, i))
                        .as(pact.at("/interactions/" + i + "/description").asText())
                        .isInstanceOf(VerificationResult.Ok.class);
            }
        }
    }

    @Test
    default void aMutatedPactFails() {
        for (ObjectNode pact : pacts()) {
            for (int i = 0; i < pact.path("interactions").size(); i++) {
                for (PactMutation mutation : PactMutation.values()) {
                    ObjectNode mutated = pact.deepCopy();
                    if (mutation.applyTo((ObjectNode) mutated.at("/interactions/" + i + "/response"))) {
                        assertThat(verify(mutated, i))
                                .as("%s of: %s", mutation, pact.at("/interactions/" + i + "/description"))
                                .isInstanceOf(VerificationResult.Failed.class);
                    }
                }
            }
        }
    }

    private List<ObjectNode> pacts() {
        List<ObjectNode> pacts = CommittedFile.in("pacts").stream()
                .map(file -> PactJson.read(file.text()))
                .filter(pact -> pact.at("/provider/name").asText().equals(provider()))
                .toList();
        assertThat(pacts).as("committed pacts with " + provider()).isNotEmpty();
        return pacts;
    }

    private VerificationResult verify(JsonNode json, int index) {
        Pact pact = DefaultPactReader.INSTANCE.loadPact(json.toString());
        Interaction interaction = pact.getInteractions().get(index);
        Map<String, Object> values = new HashMap<>();
        interaction
                .getProviderStates()
                .forEach(state -> values.putAll(states().arrange(state.getName(), state.getParams())));
        ProviderInfo provider = new ProviderInfo(provider());
        provider.setHost("localhost");
        provider.setPort(RestAssured.port);
        return new ProviderVerifier()
                .verifyResponseFromProvider(
                        provider,
                        (SynchronousRequestResponse) interaction,
                        interaction.getDescription(),
                        new HashMap<>(),
                        new SignedIn(provider, pact.getConsumer().getName()),
                        new HashMap<>(Map.of("providerState", values)),
                        false);
    }

    /** Sends the calls of a pact with the token of the service that makes them. */
    final class SignedIn extends ProviderClient {

        private final String service;

        private SignedIn(ProviderInfo provider, String service) {
            super(provider, new HttpClientFactory());
            this.service = service;
        }

        @Override
        public void executeRequestFilter(HttpRequest request) {
            String token = Tokens.token(Role.SERVICE, service, Duration.ofMinutes(1));
            request.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        }
    }
}
