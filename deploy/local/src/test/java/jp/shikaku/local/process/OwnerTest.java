package jp.shikaku.local.process;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class OwnerTest {

    @Test
    void aProcessIsRecognisedFromWhatWasWrittenDown() {
        assertThat(Owner.parse(Owner.current().toString()))
                .hasValueSatisfying(owner -> assertThat(owner.isAlive()).isTrue());
    }

    @Test
    void aLaterProcessWithTheSameNumberIsAStranger() {
        var earlier = new Owner(Owner.current().pid(), Owner.current().startTick() - 1);
        assertThat(earlier.isAlive()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "12-", "x-1", "999999999999999999999-1"})
    void whatACrashCutOffIsNobody(String text) {
        assertThat(Owner.parse(text)).isEmpty();
    }
}
