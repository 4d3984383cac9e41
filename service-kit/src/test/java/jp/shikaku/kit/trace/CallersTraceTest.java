package jp.shikaku.kit.trace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CallersTraceTest {

    /** The example of the standard. */
    private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void traceIsReadFromItsParent() {
        assertThat(CallersTrace.read(PARENT, "rojo=00f067aa0ba902b7"))
                .contains(new CallersTrace("4bf92f3577b34da6a3ce929d0e0e4736", PARENT, "rojo=00f067aa0ba902b7"));
    }

    @Test
    void laterVersionOfTheSameShapeIsPassedOnAsItCame() {
        String later = PARENT.replaceFirst("00", "cc");
        assertThat(CallersTrace.read(later, null)).map(CallersTrace::parent).contains(later);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4bf92f3577b34da6a3ce929d0e0e4736",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e473-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\nforged line",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01,"
                        + "00-4bf92f3577b34da6a3ce929d0e0e4737-00f067aa0ba902b7-01"
            })
    void whatTheStandardDoesNotAllowNamesNoTrace(String parent) {
        assertThat(CallersTrace.read(parent, null)).isEmpty();
    }

    @Test
    void stateBeyondWhatAllHaveToPassOnIsLeftOut() {
        assertThat(CallersTrace.read(PARENT, "a=" + "b".repeat(510))
                        .orElseThrow()
                        .state())
                .hasSize(512);
        assertThat(CallersTrace.read(PARENT, "a=" + "b".repeat(511))
                        .orElseThrow()
                        .state())
                .isEmpty();
    }
}
