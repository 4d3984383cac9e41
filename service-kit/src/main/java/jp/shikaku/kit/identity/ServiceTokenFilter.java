package jp.shikaku.kit.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Signs a service's calls to its sisters with the token in {@code shikaku.service-token-file}. The file is read again
 * twice a minute, as whoever renews the token writes it anew (a projected Kubernetes token, or the launcher).
 */
@ApplicationScoped
public class ServiceTokenFilter implements ClientRequestFilter {

    private static final long REREAD_NANOS = Duration.ofSeconds(30).toNanos();

    private final Optional<Path> file;
    private volatile Read last;

    private record Read(String token, long at) {}

    ServiceTokenFilter(@ConfigProperty(name = "shikaku.service-token-file") Optional<Path> file) {
        this.file = file;
    }

    @Override
    public void filter(ClientRequestContext request) {
        request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + token());
    }

    private String token() {
        Read current = last;
        if (current == null || System.nanoTime() - current.at > REREAD_NANOS) {
            current = new Read(read(), System.nanoTime());
            last = current;
        }
        return current.token;
    }

    private String read() {
        Path path = file.orElseThrow(
                () -> new IllegalStateException("shikaku.service-token-file is not set: calls cannot be signed"));
        try {
            return Files.readString(path).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
