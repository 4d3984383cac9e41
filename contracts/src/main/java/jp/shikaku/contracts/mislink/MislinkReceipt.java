package jp.shikaku.contracts.mislink;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * What a reporter is told. Nothing of the record or its person.
 *
 * @param caseId number of the case, to be given to the insurer or the hotline; the same for everybody who reported the
 *     record meanwhile
 * @param display how it stood when this was answered
 */
public record MislinkReceipt(UUID caseId, OffsetDateTime reportedAt, MislinkDisplay display) {}
