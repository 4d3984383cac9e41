package jp.shikaku.kit.identity;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import jp.shikaku.local.identity.LocalIdentity;
import jp.shikaku.local.identity.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KnownTokensTest {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST = 3;

    @TempDir
    Path folder;

    private final AtomicLong now = new AtomicLong(Instant.now().getEpochSecond());
    private LocalIdentity identity;
    private KnownTokens tokens;

    @BeforeEach
    void oneIdentity() throws Exception {
        identity = LocalIdentity.in(folder);
        JWTAuthContextInfo info = new JWTAuthContextInfo();
        info.setIssuedBy(LocalIdentity.ISSUER);
        info.setExpectedAudience(Set.of(LocalIdentity.AUDIENCE));
        info.setPublicKeyContent(Files.readString(identity.publicKey()));
        tokens = new KnownTokens(info, new DefaultJWTCallerPrincipalFactory(), REMEMBERED, MOST, now::get);
    }

    @Test
    void whatWasVerifiedIsNotVerifiedAgainForAWhile() throws Exception {
        String token = clinic(Duration.ofHours(1));
        var first = tokens.parse(token);

        assertThat(tokens.parse(token)).isSameAs(first);
        now.addAndGet(REMEMBERED.toSeconds() - 1);
        assertThat(tokens.parse(token)).isSameAs(first);
        now.addAndGet(1);
        assertThat(tokens.parse(token)).isNotSameAs(first);
    }

    @Test
    void nothingIsRememberedBeyondItsEnd() throws Exception {
        String token = clinic(Duration.ofSeconds(20));
        var first = tokens.parse(token);

        now.addAndGet(19);
        assertThat(tokens.parse(token)).isSameAs(first);
        now.addAndGet(2);
        assertThat(tokens.parse(token)).isNotSameAs(first);
    }

    @Test
    void anotherSignatureOrAnotherContentIsRefusedBesideTheGoodOne() throws Exception {
        String good = clinic(Duration.ofHours(1));
        String[] parts = good.split("\\.");
        String other = clinic(Duration.ofHours(2));
        tokens.parse(good);

        assertRefused(parts[0] + "." + parts[1] + "." + other.split("\\.")[2]);
        assertRefused(parts[0] + "." + other.split("\\.")[1] + "." + parts[2]);
        assertRefused(parts[0] + "." + parts[1] + ".");
    }

    @Test
    void whatWasRefusedIsRefusedAgain() {
        String expired = clinic(Duration.ofHours(-1));

        assertRefused(expired);
        assertRefused(expired);
    }

    @Test
    void moreTokensThanAreRememberedAreAllVerified() throws Exception {
        String first = clinic(Duration.ofHours(1));
        var known = tokens.parse(first);
        for (int i = 0; i < 2 * (MOST + 1); i++) {
            tokens.parse(clinic(Duration.ofHours(1)));
        }

        assertThat(tokens.parse(first)).isNotSameAs(known).extracting("subject").isEqualTo(known.getSubject());
    }

    private void assertRefused(String token) {
        assertThatThrownBy(() -> tokens.parse(token)).isInstanceOf(ParseException.class);
    }

    private String clinic(Duration validFor) {
        return identity.token(Role.INSTITUTION, "1319999999", validFor);
    }
}
