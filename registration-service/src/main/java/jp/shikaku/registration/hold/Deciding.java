package jp.shikaku.registration.hold;

import java.util.UUID;

/**
 * Who decides, and in what.
 *
 * @param by the person, as the token names them
 * @param submission of many decisions, which may be repeated; {@code null} for one decision
 */
record Deciding(String by, UUID submission) {}
