package jp.shikaku.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import jp.shikaku.local.identity.Role;
import jp.shikaku.local.postgres.LocalPostgres;

/**
 * What a service finds around it in a test: a real PostgreSQL, a key to check tokens with, the secrets. The same parts
 * that the launcher uses. Tests reach the database by the injected {@link LocalPostgres}.
 */
public class ServiceEnvironment implements QuarkusTestResourceLifecycleManager {

    /** Name of the one database in the test's server. */
    public static final String DATABASE = "service";

    private LocalPostgres postgres;

    @Override
    public Map<String, String> start() {
        postgres = LocalPostgres.forTests();
        postgres.createDatabase(DATABASE);
        Map<String, String> config = new HashMap<>();
        config.put("quarkus.datasource.reactive.url", postgres.reactiveUrl(DATABASE));
        config.put("quarkus.datasource.jdbc.url", postgres.jdbcUrl(DATABASE));
        config.put("quarkus.datasource.username", postgres.user());
        config.put("quarkus.datasource.password", postgres.password());
        config.put("quarkus.http.test-port", "0");
        config.put("quarkus.management.test-port", "0");
        config.put("mp.jwt.verify.publickey.location", Tokens.publicKey().toString());
        config.put("shikaku.service-token-file", serviceToken().toString());
        config.put("shikaku.subject-key-secret", secret("subject"));
        config.put("shikaku.person-key-secret", secret("person"));
        config.put("shikaku.individual-number-key", secret("number"));
        config.put("shikaku.webhook-secret-key", secret("webhook"));
        config.put("shikaku.ticket.code-key", secret("ticket"));
        config.put("shikaku.notice.link-key", secret("link"));
        config.put("shikaku.clock.movable", "true");
        return config;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(postgres, new TestInjector.MatchesType(LocalPostgres.class));
    }

    @Override
    public void stop() {
        if (postgres != null) {
            postgres.close();
        }
    }

    /** 32 bytes, base64, the same in every run: a test may compute the keys of a record itself. */
    public static String secret(String name) {
        byte[] bytes = new byte[32];
        byte[] label = name.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(label, 0, bytes, 0, label.length);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static Path serviceToken() {
        try {
            Path file = Files.createTempFile("service", ".jwt");
            file.toFile().deleteOnExit();
            return Files.writeString(file, Tokens.token(Role.SERVICE, "test", Duration.ofHours(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
