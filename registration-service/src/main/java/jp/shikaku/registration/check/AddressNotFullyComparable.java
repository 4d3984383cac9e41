package jp.shikaku.registration.check;

import java.util.Optional;

import jp.shikaku.contracts.hold.Finding;

/** A ● in the address: the place was compared without it. */
@SystemRule
final class AddressNotFullyComparable implements CheckRule {

    private static final Unmapped UNMAPPED = Unmapped.in("/address", "address-has-unmapped-character", "住所", "address");

    @Override
    public String code() {
        return UNMAPPED.statement().code();
    }

    @Override
    public Optional<Finding> check(CheckedCase checked) {
        return UNMAPPED.of(checked.record().person().address(), checked);
    }
}
