package jp.shikaku.eligibility.confirmation;

import jp.shikaku.eligibility.audit.LookRecord;

/**
 * A question that was decided, and is answered once both records are kept.
 *
 * @param look the record of looking at the person
 */
public record Decided(Confirmation confirmation, Found found, LookRecord look) {}
