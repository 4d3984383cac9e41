package jp.shikaku.inquiry.contract;

import jp.shikaku.inquiry.world.InquiryTest;
import jp.shikaku.kit.testing.contract.ProviderPactSuite;
import jp.shikaku.kit.testing.contract.ProviderStates;

/** Inquiry keeps what eligibility expects of it. */
@InquiryTest
class InquiryPactVerificationTest implements ProviderPactSuite {

    @Override
    public String provider() {
        return "inquiry-service";
    }

    @Override
    public ProviderStates states() {
        return new InquiryStates();
    }
}
