package jp.shikaku.registration.console;

import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;

import io.quarkus.qute.runtime.EngineProducer;
import io.quarkus.runtime.StartupEvent;
import org.junit.jupiter.api.Test;

import jp.shikaku.registration.individual.PersonKeys;
import jp.shikaku.registration.world.RegistrationTest;

import static org.assertj.core.api.Assertions.assertThat;

/** A start does what readiness needs (ADR 41). */
@RegistrationTest
class LateTemplatesTest {

    @Inject
    BeanManager beans;

    @Test
    void aStartReadsKeysAndNoTemplates() {
        assertThat(beans.resolveObserverMethods(new StartupEvent()))
                .extracting(observer -> observer.getBeanClass().getName())
                .contains(PersonKeys.class.getName())
                .doesNotContain(EngineProducer.class.getName());
    }
}
