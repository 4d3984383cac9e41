package jp.shikaku.inquiry.ticket;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jp.shikaku.contracts.ticket.TicketState;
import jp.shikaku.inquiry.hotline.HotlineCalendar;
import jp.shikaku.inquiry.hotline.HotlineDirectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DueRuleTest {

    private static final long FIRST = Instant.parse("2020-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("2040-01-01T00:00:00Z").getEpochSecond();

    private final HotlineCalendar line = HotlineDirectory.load().main();
    private final DueRule rule = new DueRule(line, Duration.ofHours(8));

    /** Weekdays 9:30 to 20:00, Saturdays, Sundays and holidays to 17:30, nothing from 29 December to 3 January. */
    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "2026-11-25T10:00+09:00, 2026-11-25T18:00+09:00, within one day",
        "2026-11-25T15:00+09:00, 2026-11-26T12:30+09:00, over night",
        "2026-11-25T12:00+09:00, 2026-11-25T20:00+09:00, to the closing minute",
        "2026-11-25T03:00+09:00, 2026-11-25T17:30+09:00, before opening",
        "2026-11-25T20:00+09:00, 2026-11-26T17:30+09:00, at the closing minute",
        "2026-11-24T18:00:00Z, 2026-11-25T17:30+09:00, asked in another zone",
        "2026-09-22T10:00+09:00, 2026-09-23T10:00+09:00, on a holiday between two others",
        "2026-12-28T19:00+09:00, 2027-01-04T16:30+09:00, over the turn of the year",
        "2026-12-31T12:00+09:00, 2027-01-04T17:30+09:00, while closed for days"
    })
    void onlyOpeningTimeCounts(OffsetDateTime received, OffsetDateTime due, String when) {
        assertThat(rule.after(received.toInstant())).isEqualTo(due.toInstant());
    }

    @Property(tries = 500)
    void dueIsNeverSoonerAndAlwaysInTheHoursOrAtTheirEnd(@ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long any) {
        Instant received = Instant.ofEpochSecond(FIRST + any % (LAST - FIRST));

        Instant due = rule.after(received);

        assertThat(due).isAfterOrEqualTo(received.plus(Duration.ofHours(8)));
        assertThat(line.at(due.minusNanos(1)).open()).isTrue();
    }

    @Test
    void clockRestsWhileItIsTheCallersTurnAndThenBeginsAnew() {
        Instant before = Instant.parse("2026-11-25T01:00:00Z");
        Instant now = Instant.parse("2026-11-26T01:00:00Z");

        assertThat(rule.after(TicketState.ASSIGNED, TicketState.WAITING_FOR_CALLER, before, now))
                .isNull();
        assertThat(rule.after(TicketState.WAITING_FOR_CALLER, TicketState.ASSIGNED, null, now))
                .isEqualTo(rule.after(now));
        assertThat(rule.after(TicketState.RECEIVED, TicketState.ASSIGNED, before, now))
                .isEqualTo(before);
    }

    @Test
    void anAnswerTakesSomeTime() {
        assertThatIllegalArgumentException().isThrownBy(() -> new DueRule(line, Duration.ZERO));
    }
}
