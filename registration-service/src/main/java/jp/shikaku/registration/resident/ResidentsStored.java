package jp.shikaku.registration.resident;

/**
 * The answer to a load of residents.
 *
 * @param stored how many entries were stored: all that were sent
 */
public record ResidentsStored(int stored) {}
