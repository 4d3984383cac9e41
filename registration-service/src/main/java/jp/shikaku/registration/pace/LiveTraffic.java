package jp.shikaku.registration.pace;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Knows whether somebody is being served right now. */
@Provider
@ApplicationScoped
public class LiveTraffic implements ContainerRequestFilter {

    private static final long RECENT_NANOS = Duration.ofMillis(200).toNanos();

    private final AtomicLong lastRequest = new AtomicLong(System.nanoTime() - RECENT_NANOS);

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        lastRequest.set(System.nanoTime());
    }

    boolean isRecent() {
        return System.nanoTime() - lastRequest.get() < RECENT_NANOS;
    }
}
