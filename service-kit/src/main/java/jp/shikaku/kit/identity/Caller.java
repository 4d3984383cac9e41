package jp.shikaku.kit.identity;

import java.time.Instant;
import java.util.function.Function;

import jakarta.enterprise.context.RequestScoped;

import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.jwt.JsonWebToken;

import jp.shikaku.contracts.number.CorporateNumber;
import jp.shikaku.contracts.number.InstitutionCode;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ProblemType;

/**
 * Who asks, read from the token and from nowhere else (R7). Each method refuses with {@code identity-claim-invalid}
 * when the token lacks its claim.
 */
@RequestScoped
public class Caller {

    private static final String AGENT_ID = "[A-Za-z0-9._-]{1,64}";
    private static final int MAX_SUBJECT = 255;

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    public CorporateNumber employer() {
        return claim("corporate_number", CorporateNumber::of);
    }

    public InsurerNumber insurer() {
        return claim("insurer_number", InsurerNumber::of);
    }

    public InstitutionCode institution() {
        return claim("institution_code", InstitutionCode::of);
    }

    /** The hotline agent's id: 1 to 64 letters, digits, dots, underscores and hyphens. */
    public String agent() {
        return id("agent_id");
    }

    public String operator() {
        return id("operator_id");
    }

    public String certifier() {
        return id("certifier_id");
    }

    public String service() {
        return id("service_name");
    }

    /** The person behind the role, as the sign-in knows them: who acted, where two have to. */
    public String subject() {
        String subject = token().getSubject();
        if (subject == null || subject.isBlank() || subject.length() > MAX_SUBJECT) {
            throw ProblemType.IDENTITY_CLAIM_INVALID.exception();
        }
        return subject;
    }

    public boolean hasRole(String role) {
        return identity.hasRole(role);
    }

    /** When the token that was shown runs out. */
    public Instant knownUntil() {
        return Instant.ofEpochSecond(token().getExpirationTime());
    }

    /** The token in the header, or the one that the provider has issued for the session of a page. */
    private JsonWebToken token() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return token;
        }
        throw ProblemType.IDENTITY_CLAIM_INVALID.exception();
    }

    private String id(String claim) {
        String value = claim(claim, Function.identity());
        if (!value.matches(AGENT_ID)) {
            throw ProblemType.IDENTITY_CLAIM_INVALID.exception();
        }
        return value;
    }

    private <T> T claim(String name, Function<String, T> parser) {
        Object value = token().getClaim(name);
        if (!(value instanceof String text)) {
            throw ProblemType.IDENTITY_CLAIM_INVALID.exception();
        }
        try {
            return parser.apply(text);
        } catch (InvalidValueException e) {
            throw ProblemType.IDENTITY_CLAIM_INVALID.exception();
        }
    }
}
