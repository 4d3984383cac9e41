package jp.shikaku.inquiry;

import jp.shikaku.inquiry.world.InquiryTest;
import jp.shikaku.kit.testing.MetricsSuite;

@InquiryTest
class InquiryMetricsTest extends MetricsSuite {

    @Override
    protected String chapter() {
        return "Inquiry";
    }
}
