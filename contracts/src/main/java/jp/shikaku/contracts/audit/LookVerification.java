package jp.shikaku.contracts.audit;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Whether the record of looks is as it was written, as far as was verified.
 *
 * @param intact whether every seal verified is right
 * @param seals verified
 * @param looks that they cover
 * @param broken numbers of the seals that are wrong: a look that they cover was changed, taken away or slipped in, or they
 *     themselves were
 * @param last the last seal verified; missing when there was none
 * @param unsealed looks that are not sealed yet; they are within seconds
 * @param next to be given as {@code after} to go on; missing at the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LookVerification(
        boolean intact, long seals, long looks, List<Long> broken, LookSeal last, long unsealed, Long next) {

    public LookVerification {
        broken = List.copyOf(broken);
    }
}
