package jp.shikaku.inquiry.text;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import jp.shikaku.contracts.text.LocalizedText;

import static org.assertj.core.api.Assertions.assertThat;

class SpokenDayTest {

    private final SpokenDay day = new SpokenDay(LocalDate.of(2026, 4, 3));

    @Test
    void dayIsSaidInBothLanguages() {
        assertThat(day.text()).isEqualTo(new LocalizedText("4月3日", "3 April"));
        assertThat(day.withWeekday()).isEqualTo(new LocalizedText("4月3日（金）", "Friday 3 April"));
    }

    @Test
    void yearIsSaidOnlyWhenItIsAnother() {
        assertThat(day.seenFrom(LocalDate.of(2026, 12, 31))).isEqualTo(day.text());
        assertThat(day.seenFrom(LocalDate.of(2027, 1, 1))).isEqualTo(new LocalizedText("2026年4月3日", "3 April 2026"));
        assertThat(day.seenFrom(LocalDate.of(2025, 12, 31))).isEqualTo(new LocalizedText("2026年4月3日", "3 April 2026"));
    }
}
