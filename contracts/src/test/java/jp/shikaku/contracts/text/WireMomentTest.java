package jp.shikaku.contracts.text;

import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import jp.shikaku.contracts.problem.ValueFault;

import static jp.shikaku.contracts.RefusalAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

class WireMomentTest {

    @ParameterizedTest
    @CsvSource({
        "2026-04-01T09:30:00+09:00,2026-04-01T00:30:00Z",
        "2026-04-01T09:30:00.123+09:00,2026-04-01T00:30:00.123Z",
        "2026-04-01T09:30+09:00,2026-04-01T00:30:00Z",
        "2026-04-01T00:30:00Z,2026-04-01T00:30:00Z",
        "2024-02-29T23:59:59-05:00,2024-03-01T04:59:59Z"
    })
    void momentIsReadWithItsOffset(String text, Instant moment) {
        assertThat(WireMoment.parse(text)).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "2026-04-01",
                "2026-04-01T09:30:00",
                "2026-04-01 09:30:00+09:00",
                "2026-02-30T09:30:00+09:00",
                "2026-04-01T25:30:00+09:00",
                "+12026-04-01T09:30:00+09:00",
                "-0001-04-01T09:30:00+09:00",
                "令和8年4月1日",
                "1775003400"
            })
    void everyOtherWritingIsRefused(String text) {
        assertRefused(ValueFault.MOMENT_NOT_ISO, () -> WireMoment.parse(text));
    }

    @ParameterizedTest
    @NullSource
    void missingMomentIsRequired(String text) {
        assertRefused(ValueFault.REQUIRED, () -> WireMoment.parse(text));
    }
}
