package jp.shikaku.registration.check;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.quarkus.arc.All;

/** Gathers every {@link SystemRule} into the system check. */
@ApplicationScoped
class CheckSetup {

    @Produces
    @Singleton
    SystemCheck systemCheck(@All List<CheckRule> rules, CheckConfig config) {
        return new SystemCheck(rules, new Severities(config.newData(), config.recheck()));
    }
}
