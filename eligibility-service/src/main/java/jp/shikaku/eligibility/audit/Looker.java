package jp.shikaku.eligibility.audit;

import java.util.Optional;

import jp.shikaku.contracts.audit.OnBehalfOf;
import jp.shikaku.contracts.number.InstitutionCode;
import jp.shikaku.kit.identity.Roles;

/**
 * Who looks, in which request.
 *
 * @param role role of the token
 * @param id id of the token
 * @param onBehalfOf the person a service asks for
 * @param requestId a UUID, the same in our logs
 */
public record Looker(String role, String id, Optional<OnBehalfOf> onBehalfOf, String requestId) {

    /** A clinic or pharmacy, which looks for itself. */
    public static Looker institution(InstitutionCode institution, String requestId) {
        return new Looker(Roles.INSTITUTION, institution.value(), Optional.empty(), requestId);
    }
}
