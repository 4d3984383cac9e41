package jp.shikaku.registration.resident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.quarkus.runtime.StartupEvent;

import jp.shikaku.registration.resident.ResidentRegisterConfig.Kind;

/** Chooses the register by configuration. */
@ApplicationScoped
class ResidentSetup {

    @Produces
    @Singleton
    ResidentRegister register(ResidentRegisterConfig config, ResidentTable table, HttpResidentRegister line) {
        return config.kind() == Kind.HTTP ? line : table;
    }

    /** An address that is missing is told at the start and not by the first record. */
    void start(@Observes StartupEvent event, ResidentRegisterConfig config) {
        refuseUnlessComplete(config);
    }

    static void refuseUnlessComplete(ResidentRegisterConfig config) {
        if (config.kind() == Kind.HTTP && config.url().isEmpty()) {
            throw new IllegalStateException(
                    "shikaku.resident-register.kind is http, and shikaku.resident-register.url is not set");
        }
    }
}
