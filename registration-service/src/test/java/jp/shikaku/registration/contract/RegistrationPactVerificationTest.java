package jp.shikaku.registration.contract;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import jp.shikaku.kit.testing.contract.ProviderPactSuite;
import jp.shikaku.kit.testing.contract.ProviderStates;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.EligibilityStandIn;
import jp.shikaku.registration.world.RegistrationTest;

/** Registration keeps what inquiry expects of it. */
@RegistrationTest
class RegistrationPactVerificationTest implements ProviderPactSuite {

    EligibilityStandIn eligibility;

    @BeforeEach
    void knowParties() {
        Desk.knowParties();
    }

    @AfterEach
    void forget() {
        eligibility.reset();
    }

    @Override
    public String provider() {
        return "registration-service";
    }

    @Override
    public ProviderStates states() {
        return new RegistrationStates();
    }
}
