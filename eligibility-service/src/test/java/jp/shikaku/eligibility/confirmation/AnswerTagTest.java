package jp.shikaku.eligibility.confirmation;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import jp.shikaku.contracts.confirmation.ConfirmationAnswer;
import jp.shikaku.contracts.confirmation.ShownCoverage;
import jp.shikaku.contracts.coverage.Validity;
import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.eligibility.prescription.PrescriptionRule;

import static org.assertj.core.api.Assertions.assertThat;

/** A desk that keeps an answer is told anew when, and only when, there is something else to tell. */
class AnswerTagTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final String MORNING = "2026-11-24T09:00:00+09:00";
    private static final int NONE = -1;
    private static final RecordComponent[] PARTS = ShownCoverage.class.getRecordComponents();

    @Test
    void isTheSameWhenTheSameIsToldLater() throws ReflectiveOperationException {
        assertThat(AnswerTag.of(told(coverage(NONE), "2026-11-24T16:00:00+09:00")))
                .isEqualTo(AnswerTag.of(told(coverage(NONE), MORNING)));
    }

    @ParameterizedTest
    @MethodSource("parts")
    void isAnotherWhenAnyPartOfTheCoverageChanges(int part) throws ReflectiveOperationException {
        assertThat(AnswerTag.of(told(coverage(part), MORNING)))
                .as(PARTS[part].getName())
                .isNotEqualTo(AnswerTag.of(told(coverage(NONE), MORNING)));
    }

    @Test
    void isAnotherWhenTheCoverageMayNoLongerBeShown() throws ReflectiveOperationException {
        assertThat(AnswerTag.of(told(null, MORNING))).isNotEqualTo(AnswerTag.of(told(coverage(NONE), MORNING)));
    }

    static IntStream parts() {
        return IntStream.range(0, PARTS.length);
    }

    private static ConfirmationAnswer told(ShownCoverage shown, String askedAt) {
        return new ConfirmationAnswer(
                ConfirmationNumber.of("SZ8D-D097-D06GD"),
                OffsetDateTime.parse(askedAt),
                DAY,
                Validity.VALID,
                Validity.VALID.display(),
                PrescriptionRule.decide(Validity.VALID, true),
                true,
                shown,
                "/displays/valid",
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null);
    }

    /** @param changed number of the part that is another than in all others */
    private static ShownCoverage coverage(int changed) throws ReflectiveOperationException {
        Object[] values = new Object[PARTS.length];
        Class<?>[] types = new Class<?>[PARTS.length];
        for (int i = 0; i < PARTS.length; i++) {
            types[i] = PARTS[i].getType();
            values[i] = value(types[i], i == changed);
        }
        return ShownCoverage.class.getDeclaredConstructor(types).newInstance(values);
    }

    private static Object value(Class<?> type, boolean other) {
        if (type == InsurerNumber.class) {
            return InsurerNumber.of(other ? "01139997" : "06139992");
        }
        if (type == LocalDate.class) {
            return other ? DAY.plusDays(1) : DAY;
        }
        return type.isEnum() ? type.getEnumConstants()[other ? 1 : 0] : other ? "b" : "a";
    }
}
