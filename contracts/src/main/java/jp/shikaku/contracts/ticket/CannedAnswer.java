package jp.shikaku.contracts.ticket;

/**
 * From which question a reply was copied. The copy stays as it is when the question changes.
 *
 * @param entryId id of the question
 * @param version the version that held on the day
 */
public record CannedAnswer(String entryId, int version, TicketLanguage language) {}
