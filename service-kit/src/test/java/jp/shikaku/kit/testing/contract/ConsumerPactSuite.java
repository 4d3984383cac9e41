package jp.shikaku.kit.testing.contract;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

import au.com.dius.pact.consumer.ConsumerPactBuilder;
import au.com.dius.pact.consumer.ConsumerPactRunnerKt;
import au.com.dius.pact.consumer.PactVerificationResult;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.model.MockProviderConfig;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.RequestResponsePact;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a service expects of a sister: its own client talks to a server that knows nothing but the pact. The pact is
 * committed; the sister verifies it by {@link ProviderPactSuite}.
 */
public abstract class ConsumerPactSuite {

    private static final String UPDATE = "pacts.update";
    private static final Path WRITTEN = Path.of("target", "pacts");

    /** Name of the service under test. */
    protected abstract String consumer();

    /** Name of the sister. */
    protected abstract String provider();

    /** What is expected. */
    protected abstract RequestResponsePact pact(PactDslWithProvider pact);

    /** Makes every call of the pact with the service's real client, and looks at what it makes of the answers. */
    protected abstract void converse(URI sister);

    @Test
    void whatIsExpectedIsWhatIsCommitted() throws Throwable {
        String name = consumer() + "-" + provider() + ".json";
        String written = PactJson.normal(play(WRITTEN.resolve(name)));
        CommittedFile committed = CommittedFile.of("pacts", name);
        if (Boolean.getBoolean(UPDATE)) {
            committed.write(written);
        }
        assertThat(committed.text())
                .as(
                        "contracts/pacts/%s is not what %s expects: if the change is meant, run with -D%s=true",
                        name, consumer(), UPDATE)
                .isEqualTo(written);
    }

    private String play(Path file) throws Throwable {
        Files.deleteIfExists(file); // pact adds to a file that is there
        RequestResponsePact pact = pact(ConsumerPactBuilder.consumer(consumer()).hasPactWith(provider()));
        PactVerificationResult result = ConsumerPactRunnerKt.runConsumerTest(
                pact, MockProviderConfig.createDefault(PactSpecVersion.V3), (server, context) -> {
                    context.setPactFolder(WRITTEN.toString());
                    converse(URI.create(server.getUrl()));
                    return null;
                });
        if (result instanceof PactVerificationResult.Error error) {
            throw error.getError();
        }
        assertThat(result).as(result.getDescription()).isInstanceOf(PactVerificationResult.Ok.class);
        return Files.readString(file);
    }
}
