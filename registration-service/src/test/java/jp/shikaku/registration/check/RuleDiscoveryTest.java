package jp.shikaku.registration.check;

import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.arc.All;
import org.junit.jupiter.api.Test;

import jp.shikaku.registration.world.RegistrationTest;

import static org.assertj.core.api.Assertions.assertThat;

@RegistrationTest
class RuleDiscoveryTest {

    @Inject
    @All
    List<CheckRule> rules;

    @Inject
    CheckConfig config;

    @Test
    void everyRuleIsPartOfTheCheckWithoutBeingNamedAnywhere() {
        assertThat(rules)
                .extracting(CheckRule::code)
                .containsExactlyInAnyOrderElementsOf(
                        EveryRule.list().stream().map(CheckRule::code).toList());
    }

    @Test
    void severitiesAreThoseOfTheNoticeUnlessConfiguredOtherwise() {
        assertThat(new Severities(config.newData(), config.recheck())).isEqualTo(Given.BY_DEFAULT);
    }
}
