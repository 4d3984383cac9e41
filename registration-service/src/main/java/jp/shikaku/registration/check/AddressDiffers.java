package jp.shikaku.registration.check;

import java.util.Optional;

import jp.shikaku.contracts.hold.Finding;

/** The address is not the one of the resident register; the building does not count. */
@SystemRule
final class AddressDiffers implements CheckRule {

    private static final Differs DIFFERS =
            new Differs(FiveItem.ADDRESS, "address-differs", "/address", "住所", "address");

    @Override
    public String code() {
        return DIFFERS.code();
    }

    @Override
    public Optional<Finding> check(CheckedCase checked) {
        return DIFFERS.in(checked);
    }
}
