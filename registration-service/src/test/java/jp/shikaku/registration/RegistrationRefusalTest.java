package jp.shikaku.registration;

import jp.shikaku.kit.testing.RefusalSuite;
import jp.shikaku.local.identity.Role;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.RegistrationTest;

@RegistrationTest
class RegistrationRefusalTest extends RefusalSuite {

    @Override
    protected String postPath() {
        return "/enrolments";
    }

    @Override
    protected Role role() {
        return Role.INSURER;
    }

    @Override
    protected String id() {
        return Desk.INSURER;
    }

    @Override
    protected Role otherRole() {
        return Role.EMPLOYER;
    }

    @Override
    protected String otherId() {
        return Desk.EMPLOYER;
    }
}
