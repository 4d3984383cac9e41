package jp.shikaku.inquiry.ticket;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import jp.shikaku.contracts.ticket.TicketState;

import static org.assertj.core.api.Assertions.assertThat;

class TicketLifeTest {

    /** The whole table: what each step makes of each state; - where it cannot happen. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "RECEIVED,           RECEIVED, ASSIGNED, -, -, -, RECEIVED, CLOSED, -",
        "ASSIGNED,           ASSIGNED, ASSIGNED, RECEIVED, WAITING_FOR_CALLER, ANSWERED, ASSIGNED, CLOSED, -",
        "WAITING_FOR_CALLER, WAITING_FOR_CALLER, WAITING_FOR_CALLER, -, WAITING_FOR_CALLER, ANSWERED, ASSIGNED, CLOSED, -",
        "ANSWERED,           ANSWERED, -, -, -, -, REOPENED, CLOSED, REOPENED",
        "CLOSED,             CLOSED, -, -, -, -, REOPENED, -, REOPENED",
        "REOPENED,           REOPENED, ASSIGNED, -, WAITING_FOR_CALLER, ANSWERED, REOPENED, CLOSED, -"
    })
    void eachStepLeadsToOneStateOrNowhere(
            TicketState state,
            String note,
            String assign,
            String release,
            String ask,
            String answer,
            String callerWrote,
            String close,
            String reopen) {
        Map<TicketStep, String> expected = new EnumMap<>(Map.of(
                TicketStep.NOTE, note,
                TicketStep.ASSIGN, assign,
                TicketStep.RELEASE, release,
                TicketStep.ASK, ask,
                TicketStep.ANSWER, answer,
                TicketStep.CALLER_WROTE, callerWrote,
                TicketStep.CLOSE, close,
                TicketStep.REOPEN, reopen));

        expected.forEach((step, next) -> assertThat(
                        TicketLife.after(state, step).map(TicketState::name).orElse("-"))
                .as("%s, %s", state, step)
                .isEqualTo(next));
    }

    @ParameterizedTest
    @EnumSource(TicketState.class)
    void callerMayAlwaysWriteAndThenItIsTheHotlinesTurn(TicketState state) {
        assertThat(TicketLife.after(state, TicketStep.CALLER_WROTE))
                .hasValueSatisfying(next -> assertThat(TicketLife.isOurs(next)).isTrue());
    }

    @Test
    void nothingIsOwedWhileItIsTheCallersTurn() {
        assertThat(Arrays.stream(TicketState.values()).filter(TicketLife::isOurs))
                .containsExactly(TicketState.RECEIVED, TicketState.ASSIGNED, TicketState.REOPENED);
    }
}
