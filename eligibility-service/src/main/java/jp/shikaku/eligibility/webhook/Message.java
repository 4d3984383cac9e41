package jp.shikaku.eligibility.webhook;

import java.time.OffsetDateTime;

import jp.shikaku.contracts.number.InstitutionCode;

/**
 * What an institution is to be told, wherever it wants to be told.
 *
 * @param type of the event
 * @param body JSON; nothing personal
 * @param dueAt since when it could have been told, by the clock of the database
 */
public record Message(InstitutionCode institution, String type, String body, OffsetDateTime dueAt) {}
