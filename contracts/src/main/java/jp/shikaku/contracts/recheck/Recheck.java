package jp.shikaku.contracts.recheck;

import java.time.OffsetDateTime;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * 全件チェック: everything that is linked is compared with the resident register again. Counts only, nobody's data.
 *
 * @param checked how many records were looked at
 * @param expected how many there are, as the database estimates it
 * @param stopped how many are not shown any more until their insurer has decided
 * @param restricted how many are shown without medical information until then
 * @param waitsForRegister whether it stands still because the register cannot be asked
 * @param recordsPerSecond since the start, without pauses; missing before the first part is done
 * @param secondsLeft at that rate; missing when nothing is known of it
 * @param endedAt missing while it is not over
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Recheck(
        UUID id,
        RecheckState state,
        long checked,
        long expected,
        long stopped,
        long restricted,
        boolean waitsForRegister,
        Double recordsPerSecond,
        Long secondsLeft,
        OffsetDateTime startedAt,
        OffsetDateTime endedAt) {}
