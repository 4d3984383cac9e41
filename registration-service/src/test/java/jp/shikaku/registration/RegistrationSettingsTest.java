package jp.shikaku.registration;

import jp.shikaku.kit.testing.settings.SettingsSuite;

class RegistrationSettingsTest extends SettingsSuite {

    @Override
    protected String service() {
        return "registration-service";
    }
}
