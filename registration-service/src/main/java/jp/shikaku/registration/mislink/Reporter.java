package jp.shikaku.registration.mislink;

import jp.shikaku.contracts.audit.OnBehalfOf;

/**
 * Who reports, as far as the case tells.
 *
 * @param role of the token
 * @param id of the token: insurer number, institution code, corporate number, agent or operator id
 */
record Reporter(String role, String id) {

    OnBehalfOf onBehalfOf() {
        return new OnBehalfOf(text());
    }

    /** As in {@code institution:0110113719}. */
    String text() {
        return role + ":" + id;
    }
}
