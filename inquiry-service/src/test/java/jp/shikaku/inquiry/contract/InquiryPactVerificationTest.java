package jp.shikaku.inquiry.contract;

import java.util.Map;

import jp.shikaku.inquiry.world.InquiryTest;
import jp.shikaku.kit.testing.contract.ProviderPactSuite;

/** Inquiry keeps what eligibility expects of it. */
@InquiryTest
class InquiryPactVerificationTest extends ProviderPactSuite {

    @Override
    protected String provider() {
        return "inquiry-service";
    }

    @Override
    protected Map<String, Object> arrange(String state, Map<String, Object> parameters) {
        throw new IllegalArgumentException(state); // which lines there are needs nothing to be brought about
    }
}
