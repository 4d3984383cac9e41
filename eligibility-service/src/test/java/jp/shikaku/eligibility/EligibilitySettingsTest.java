package jp.shikaku.eligibility;

import jp.shikaku.kit.testing.settings.SettingsSuite;

class EligibilitySettingsTest extends SettingsSuite {

    @Override
    protected String service() {
        return "eligibility-service";
    }
}
