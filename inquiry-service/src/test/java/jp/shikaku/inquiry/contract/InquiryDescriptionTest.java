package jp.shikaku.inquiry.contract;

import jp.shikaku.inquiry.world.InquiryTest;
import jp.shikaku.kit.testing.DescriptionSuite;

@InquiryTest
class InquiryDescriptionTest extends DescriptionSuite {}
