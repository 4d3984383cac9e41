package jp.shikaku.contracts.audit;

import java.time.OffsetDateTime;

/**
 * One seal of the chain. Whoever keeps one somewhere else can tell later that nothing before it was changed, not even the
 * chain as a whole.
 *
 * @param number counts from 1
 * @param looks that it covers, all that were written since the seal before
 * @param hash SHA-256 over the hash before and the looks, 64 hexadecimal digits
 */
public record LookSeal(long number, long looks, String hash, OffsetDateTime sealedAt) {}
