package jp.shikaku.kit.identity;

import java.util.Set;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReadTokenTest {

    private final JsonWebToken verified = verified();
    private final JsonWebToken read = new ReadToken(verified);

    @Test
    void saysOfEachClaimWhatTheTokenSays() {
        assertThat(read.getClaimNames()).isEqualTo(verified.getClaimNames());
        for (String claim : verified.getClaimNames()) {
            assertThat(read.<Object>getClaim(claim)).as(claim).isEqualTo(verified.<Object>getClaim(claim));
        }
        assertThat(read.<String>getClaim("institution_code")).isEqualTo("1319999999");
    }

    @Test
    void saysWhoItIsAndUntilWhen() {
        assertThat(read.getName()).isEqualTo(verified.getName());
        assertThat(read.getSubject()).isEqualTo("clinic-1");
        assertThat(read.getExpirationTime()).isEqualTo(2_000_000_000);
        assertThat(read.getGroups()).isEqualTo(Set.of("institution"));
    }

    @Test
    void hasNothingThatTheTokenHasNot() {
        assertThat(read.<Object>getClaim("insurer_number")).isNull();
        assertThat(new ReadToken(new DefaultJWTCallerPrincipal(new JwtClaims())).getGroups())
                .isEmpty();
    }

    private static JsonWebToken verified() {
        var claims = new JwtClaims();
        claims.setSubject("clinic-1");
        claims.setClaim("upn", "clinic");
        claims.setClaim("exp", 2_000_000_000L);
        claims.setStringListClaim("groups", "institution");
        claims.setClaim("institution_code", "1319999999");
        return new DefaultJWTCallerPrincipal("JWT", claims);
    }
}
