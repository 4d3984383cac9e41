package jp.shikaku.registration.check;

import java.util.Optional;

import jp.shikaku.contracts.hold.Finding;

/** A ● in the kana, which every character set has: the sender mistook a column or an encoding. */
@SystemRule
final class KanaNotFullyComparable implements CheckRule {

    private static final Unmapped UNMAPPED =
            Unmapped.in("/nameKana", "name-kana-has-unmapped-character", "カナ氏名", "name in kana");

    @Override
    public String code() {
        return UNMAPPED.statement().code();
    }

    @Override
    public Optional<Finding> check(CheckedCase checked) {
        return UNMAPPED.of(checked.record().person().nameKana(), checked);
    }
}
