package jp.shikaku.inquiry;

import jp.shikaku.kit.testing.settings.SettingsSuite;

class InquirySettingsTest extends SettingsSuite {

    @Override
    protected String service() {
        return "inquiry-service";
    }
}
