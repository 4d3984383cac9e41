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

    @Test
    void everyRuleIsPartOfTheCheckWithoutBeingNamedAnywhere() {
        assertThat(rules)
                .extracting(CheckRule::code)
                .containsExactlyInAnyOrder(
                        "acquisition-far-ahead",
                        "acquisition-long-past",
                        "address-differs",
                        "age-implausible",
                        "birth-date-differs",
                        "name-differs",
                        "name-has-unmapped-character",
                        "name-kana-differs",
                        "resident-unknown",
                        "sex-differs");
    }
}
