package jp.shikaku.contracts.audit;

/**
 * A portal asks, for the person who is signed in there, who looked at that person.
 *
 * @param personKey of the person; never the individual number
 * @param since the first moment that counts, ISO 8601 with offset; from the beginning when missing
 * @param after id of the last look already known; the first page when missing
 * @param limit 1 to 100; 50 when missing
 */
public record AccessHistoryRequest(String personKey, String since, String after, Integer limit) {}
