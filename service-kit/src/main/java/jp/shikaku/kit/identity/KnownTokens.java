package jp.shikaku.kit.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;

import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwt.NumericDate;

/**
 * Verifies tokens, and remembers for a short while those that were found good: a desk asks by the same one for hours. Only
 * what was verified is remembered, by the hash of the whole token, and never beyond its end; a signing key that was taken
 * back is noticed as late as {@code shikaku.token.remembered-for} says (ADR 35).
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class KnownTokens extends DefaultJWTParser {

    /** In each of two halves, of which the older is forgotten when the newer is full. */
    private static final int MOST = 2_048;

    private final long rememberedSeconds;
    private final int most;
    private final LongSupplier now;
    private volatile Map<ByteBuffer, Known> newer = new ConcurrentHashMap<>();
    private volatile Map<ByteBuffer, Known> older = Map.of();

    /** @param until second of the epoch from which on it has to be verified again */
    private record Known(JsonWebToken token, long until) {}

    @Inject
    KnownTokens(
            JWTAuthContextInfo info,
            JWTCallerPrincipalFactory factory,
            @ConfigProperty(name = "shikaku.token.remembered-for", defaultValue = "PT1M") Duration rememberedFor) {
        // The clock by which a token's end is checked, too: never one that can be moved.
        this(info, factory, rememberedFor, MOST, () -> NumericDate.now().getValue());
    }

    KnownTokens(
            JWTAuthContextInfo info,
            JWTCallerPrincipalFactory factory,
            Duration rememberedFor,
            int most,
            LongSupplier now) {
        super(info, factory);
        this.rememberedSeconds = rememberedFor.toSeconds();
        this.most = most;
        this.now = now;
    }

    @Override
    public JsonWebToken parse(String token) throws ParseException {
        ByteBuffer hash = hash(token);
        long moment = now.getAsLong();
        Known known = find(hash);
        if (known != null && moment < known.until()) {
            return known.token();
        }
        JsonWebToken verified = new ReadToken(super.parse(token));
        remember(hash, new Known(verified, Math.min(verified.getExpirationTime(), moment + rememberedSeconds)));
        return verified;
    }

    private Known find(ByteBuffer hash) {
        Known known = newer.get(hash);
        return known == null ? older.get(hash) : known;
    }

    private void remember(ByteBuffer hash, Known known) {
        newer.put(hash, known);
        if (newer.size() > most) {
            older = newer;
            newer = new ConcurrentHashMap<>();
        }
    }

    private static ByteBuffer hash(String token) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
