package jp.shikaku.contracts.party;

/**
 * An insurer or an employer becomes known to the system.
 *
 * @param name 1 to 100 characters
 */
public record PartyRegistration(String name) {}
