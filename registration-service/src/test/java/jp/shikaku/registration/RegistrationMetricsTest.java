package jp.shikaku.registration;

import jp.shikaku.kit.testing.MetricsSuite;
import jp.shikaku.registration.world.RegistrationTest;

@RegistrationTest
class RegistrationMetricsTest extends MetricsSuite {

    @Override
    protected String chapter() {
        return "Registration";
    }
}
