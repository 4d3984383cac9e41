package jp.shikaku.registration.contract;

import jp.shikaku.kit.testing.contract.OpenApiSuite;
import jp.shikaku.registration.world.RegistrationTest;

@RegistrationTest
class OpenApiIsPublishedTest extends OpenApiSuite {

    @Override
    protected String service() {
        return "registration";
    }
}
