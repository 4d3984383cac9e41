package jp.shikaku.registration.check;

import java.util.Optional;

import jp.shikaku.contracts.hold.Finding;

/** A ● stands where the sender's character set ended: the name was compared without it. */
@SystemRule
final class NameNotFullyComparable implements CheckRule {

    private static final Unmapped UNMAPPED = Unmapped.in("/name", "name-has-unmapped-character", "氏名", "name");

    @Override
    public String code() {
        return UNMAPPED.statement().code();
    }

    @Override
    public Optional<Finding> check(CheckedCase checked) {
        return UNMAPPED.of(checked.record().person().name(), checked);
    }
}
