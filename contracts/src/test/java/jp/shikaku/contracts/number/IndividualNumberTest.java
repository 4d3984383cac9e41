package jp.shikaku.contracts.number;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;

import static jp.shikaku.contracts.RefusalAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

class IndividualNumberTest {

    private static final String PUBLISHED = "123456789018";

    record Filed(IndividualNumber number) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                PUBLISHED,
                "465281266333",
                "895980423139",
                "763625921000",
                "999312076001",
                "044580705690",
                "548836529885"
            })
    void publishedTestNumbersAreAccepted(String number) {
        assertThat(IndividualNumber.of(number).value()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456789012", "828731078542", "210987654321"})
    void samplesThatCirculateWithAWrongCheckDigitAreRefused(String number) {
        assertRefused(ValueFault.INDIVIDUAL_NUMBER_CHECK_DIGIT, () -> IndividualNumber.of(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"000000000000", "0000-0000-0000", "００００００００００００"})
    void twelveZerosAreRefusedThoughTheirCheckDigitHolds(String zeros) {
        assertRefused(ValueFault.INDIVIDUAL_NUMBER_PLACEHOLDER, () -> IndividualNumber.of(zeros));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234-5678-9018",
                "1234 5678 9018",
                "１２３４５６７８９０１８",
                "１２３４－５６７８－９０１８",
                "１２３４　５６７８　９０１８",
                "1234−5678−9018",
                "1234ー5678ー9018",
                " 123456789018 "
            })
    void groupsAndFullWidthAreTheSameNumber(String text) {
        assertThat(IndividualNumber.of(text)).isEqualTo(IndividualNumber.of(PUBLISHED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "12345678901",
                "1234567890180",
                "12345678901X",
                "12-3456789018",
                "1234--5678-9018",
                "1234/5678/9018",
                "1.23457E+11"
            })
    void anythingElseIsRefused(String text) {
        assertRefused(ValueFault.INDIVIDUAL_NUMBER_FORMAT, () -> IndividualNumber.of(text));
    }

    @ParameterizedTest
    @NullSource
    void missingNumberIsRequired(String text) {
        assertRefused(ValueFault.REQUIRED, () -> IndividualNumber.of(text));
    }

    @Property
    void everySingleWrongDigitIsRefusedWhenTheCheckDigitIsNotZero(@ForAll("endingInOneToNine") String number) {
        for (int position = 0; position < number.length(); position++) {
            TypedDigits.forEachWrongDigit(
                    number,
                    position,
                    wrong -> assertRefused(ValueFault.INDIVIDUAL_NUMBER_CHECK_DIGIT, () -> IndividualNumber.of(wrong)));
        }
    }

    /** Remainders 0 and 1 share the check digit 0, so there one other digit a place may slip through, never two. */
    @Property
    void atMostOneWrongDigitAPlaceSlipsThroughWhenTheCheckDigitIsZero(@ForAll("endingInZero") String number) {
        for (int position = 0; position < number.length() - 1; position++) {
            assertThat(wrongDigitsAccepted(number, position)).isLessThanOrEqualTo(1);
        }
        assertThat(wrongDigitsAccepted(number, number.length() - 1)).isZero();
    }

    @Test
    void publishedNumberShowsThatAWrongDigitCanSlipThrough() {
        assertThat(Stream.iterate(0, position -> position + 1)
                        .limit(11)
                        .mapToInt(position -> wrongDigitsAccepted("763625921000", position))
                        .sum())
                .isPositive();
    }

    private static int wrongDigitsAccepted(String number, int position) {
        int[] accepted = {0};
        TypedDigits.forEachWrongDigit(number, position, wrong -> {
            if (catchThrowable(() -> IndividualNumber.of(wrong)) == null) {
                accepted[0]++;
            }
        });
        return accepted[0];
    }

    @Test
    void textNeverShowsTheNumber() {
        assertThat(IndividualNumber.of(PUBLISHED)).hasToString("IndividualNumber[************]");
        assertThat(new Filed(IndividualNumber.of(PUBLISHED)).toString()).doesNotContain(PUBLISHED);
    }

    static Stream<ObjectMapper> mappers() {
        return Stream.of(
                new ObjectMapper(),
                new ObjectMapper().disable(SerializationFeature.FAIL_ON_EMPTY_BEANS),
                new ObjectMapper().setVisibility(PropertyAccessor.ALL, Visibility.ANY));
    }

    @ParameterizedTest
    @MethodSource("mappers")
    void everyWayOfWritingItToJsonFails(ObjectMapper mapper) {
        IndividualNumber number = IndividualNumber.of(PUBLISHED);

        for (Object holder : new Object[] {number, new Filed(number), Map.of("number", number), Map.of(number, 1)}) {
            StringWriter written = new StringWriter();
            assertThatExceptionOfType(JsonMappingException.class)
                    .isThrownBy(() -> mapper.writeValue(written, holder))
                    .withMessageNotContaining(PUBLISHED);
            assertThat(written.toString()).doesNotContain(PUBLISHED);
        }
    }

    @Test
    void readsFromJson() throws Exception {
        Filed filed = new ObjectMapper().readValue("{\"number\":\"1234-5678-9018\"}", Filed.class);

        assertThat(filed.number().value()).isEqualTo(PUBLISHED);
    }

    @Test
    void refusedJsonLeavesNoTraceOfTheNumberInTheStackTrace() {
        Throwable refusal =
                catchThrowable(() -> new ObjectMapper().readValue("{\"number\":\"123456789012\"}", Filed.class));

        assertThat(refusal).hasRootCauseInstanceOf(InvalidValueException.class);
        StringWriter trace = new StringWriter();
        refusal.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain("123456789012");
    }

    @Provide
    Arbitrary<String> endingInOneToNine() {
        return numbers().filter(number -> !number.endsWith("0"));
    }

    @Provide
    Arbitrary<String> endingInZero() {
        return numbers().filter(number -> number.endsWith("0"));
    }

    /** The check digit is found by trying: the formula stays in one place. */
    private static Arbitrary<String> numbers() {
        return Arbitraries.longs()
                .between(1, 99_999_999_999L)
                .map("%011d"::formatted)
                .map(body -> Stream.iterate(0, digit -> digit + 1)
                        .limit(10)
                        .map(digit -> body + digit)
                        .filter(number -> catchThrowable(() -> IndividualNumber.of(number)) == null)
                        .findFirst()
                        .orElseThrow());
    }
}
