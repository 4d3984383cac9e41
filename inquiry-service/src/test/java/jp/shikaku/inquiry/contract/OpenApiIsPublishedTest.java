package jp.shikaku.inquiry.contract;

import jp.shikaku.inquiry.world.InquiryTest;
import jp.shikaku.kit.testing.contract.OpenApiSuite;

@InquiryTest
class OpenApiIsPublishedTest extends OpenApiSuite {

    @Override
    protected String service() {
        return "inquiry";
    }
}
