package jp.shikaku.eligibility.audit;

import java.util.Optional;

import jp.shikaku.contracts.audit.OnBehalfOf;

/**
 * Who looks, in which request.
 *
 * @param role role of the token
 * @param id id of the token
 * @param onBehalfOf the person a service asks for
 * @param requestId a UUID, the same in our logs
 */
public record Looker(String role, String id, Optional<OnBehalfOf> onBehalfOf, String requestId) {}
