package jp.shikaku.local.identity;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Key;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;

import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jp.shikaku.local.problem.LocalException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LocalIdentityTest {

    private static final Duration HOUR = Duration.ofHours(1);

    /** One for all: making a key takes a while. */
    @TempDir
    private static Path folder;

    @ParameterizedTest
    @CsvSource({
        "EMPLOYER, 8700110005901, corporate_number",
        "INSURER, 06139992, insurer_number",
        "INSTITUTION, 1312345670, institution_code",
        "HOTLINE, tanaka, agent_id",
        "OPERATOR, op-1, operator_id",
        "SERVICE, inquiry, service_name",
        "CERTIFIER, jpki, certifier_id"
    })
    void theTokenSaysWhoItIs(Role role, String id, String claim) throws Exception {
        var identity = LocalIdentity.in(folder);

        var claims = verify(identity.token(role, id, HOUR), identity.publicKey());

        assertThat(claims.getStringListClaimValue("groups")).containsExactly(role.wireName());
        assertThat(claims.getStringClaimValue(claim)).isEqualTo(id);
        assertThat(claims.getSubject()).isEqualTo(role.wireName() + ":" + id);
        assertThat(claims.getStringClaimValue("upn")).isEqualTo(claims.getSubject());
    }

    @ParameterizedTest
    @CsvSource({
        "EMPLOYER, 8700110005902",
        "INSURER, 06139993",
        "INSTITUTION, 131234567",
        "HOTLINE, 'a b'",
        "SERVICE, ''",
        "OPERATOR, ../x"
    })
    void anIdThatNobodyCanHaveIsRefused(Role role, String id) {
        var identity = LocalIdentity.in(folder);
        assertThatThrownBy(() -> identity.token(role, id, HOUR)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void thePersonsOfOnePartyAreToldApart() throws Exception {
        var identity = LocalIdentity.in(folder);

        var claims = verify(identity.tokenOf("clerk-1", Role.INSURER, "06139992", HOUR), identity.publicKey());

        assertThat(claims.getSubject()).isEqualTo("insurer:06139992:clerk-1");
        assertThat(claims.getStringClaimValue("insurer_number")).isEqualTo("06139992");
        assertThatThrownBy(() -> identity.tokenOf("a b", Role.INSURER, "06139992", HOUR))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anExpiredTokenDoesNotVerify() {
        var identity = LocalIdentity.in(folder);
        var token = identity.token(Role.HOTLINE, "tanaka", Duration.ofMinutes(-5));
        assertThatThrownBy(() -> verify(token, identity.publicKey())).isInstanceOf(InvalidJwtException.class);
    }

    @Test
    void theTokenOfAnotherKeyDoesNotVerify() {
        var stranger = LocalIdentity.in(folder.resolve("stranger"));
        var identity = LocalIdentity.in(folder.resolve("ours"));
        var token = stranger.token(Role.HOTLINE, "tanaka", HOUR);
        assertThatThrownBy(() -> verify(token, identity.publicKey())).isInstanceOf(InvalidJwtException.class);
    }

    @Test
    void theKeyIsMadeOnceAndClosedToOthers() throws Exception {
        var first = LocalIdentity.in(folder);
        var later = LocalIdentity.in(folder);

        verify(later.token(Role.OPERATOR, "op", HOUR), first.publicKey());
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(first.publicKey().resolveSibling("private-key.pem"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aBrokenKeyIsNamedWithItsFolder() throws Exception {
        var broken = folder.resolve("broken");
        var identity = LocalIdentity.in(broken);
        Files.writeString(identity.publicKey().resolveSibling("private-key.pem"), "nonsense");
        assertThatThrownBy(() -> LocalIdentity.in(broken))
                .isInstanceOf(LocalException.class)
                .hasMessageContaining(broken.toString());
    }

    private static JwtClaims verify(String token, Path publicKey) throws Exception {
        return new JwtConsumerBuilder()
                .setVerificationKey(read(publicKey))
                .setExpectedIssuer(LocalIdentity.ISSUER)
                .setExpectedAudience(LocalIdentity.AUDIENCE)
                .setRequireExpirationTime()
                .setRequireJwtId()
                .build()
                .processToClaims(token);
    }

    private static Key read(Path pem) throws Exception {
        var body = Files.readString(pem).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        return KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(body)));
    }
}
