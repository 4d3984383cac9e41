package jp.shikaku.registration.column;

import jakarta.persistence.Converter;

import jp.shikaku.contracts.coverage.LossReason;

/** {@link LossReason} as text. */
@Converter(autoApply = true)
class LossReasonColumn extends TextColumn<LossReason> {

    LossReasonColumn() {
        super(LossReason::code, LossReason::ofCode);
    }
}
