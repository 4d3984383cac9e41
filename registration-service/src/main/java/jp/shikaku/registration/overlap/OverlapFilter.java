package jp.shikaku.registration.overlap;

import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.overlap.OverlapState;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;

/**
 * Which overlaps somebody wants to see; what is {@code null} is not asked for.
 *
 * @param insurer always set for an insurer, to itself
 */
record OverlapFilter(OverlapState state, InsurerNumber insurer, InsurerNumber otherInsurer) {

    /** @param own the insurer that asks; {@code null} when it is the operator */
    static OverlapFilter read(
            ValueReader reader, String state, String insurerNumber, String otherInsurerNumber, InsurerNumber own) {
        InsurerNumber named = reader.optional("query:insurerNumber", insurerNumber, InsurerNumber::of);
        if (own != null && named != null && !named.equals(own)) {
            reader.refuse("query:insurerNumber", ValueFault.UNKNOWN_CODE);
        }
        return new OverlapFilter(
                reader.optional("query:state", state, OverlapFilter::state),
                own == null ? named : own,
                reader.optional("query:otherInsurerNumber", otherInsurerNumber, InsurerNumber::of));
    }

    private static OverlapState state(String text) {
        try {
            return OverlapState.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidValueException(ValueFault.UNKNOWN_CODE);
        }
    }
}
