package jp.shikaku.contracts;

import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import jp.shikaku.contracts.coverage.FamilyRelation;
import jp.shikaku.contracts.coverage.LossReason;
import jp.shikaku.contracts.coverage.Validity;
import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.contracts.number.CorporateNumber;
import jp.shikaku.contracts.number.InstitutionCode;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.person.Sex;
import jp.shikaku.contracts.person.SubjectKey;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;

import static jp.shikaku.contracts.RefusalAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class ValueJsonTest {

    private static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private final ObjectMapper mapper = new ObjectMapper();

    static Stream<Arguments> values() {
        return Stream.of(
                arguments(InsurerNumber.of("00139998"), "\"139998\""),
                arguments(InstitutionCode.of("1312345678"), "\"1312345678\""),
                arguments(CorporateNumber.of("1010601008968"), "\"1010601008968\""),
                arguments(ConfirmationNumber.ofBits(0), "\"0000-0000-0000W\""),
                arguments(PersonKey.of(KEY), '"' + KEY + '"'),
                arguments(SubjectKey.of(KEY), '"' + KEY + '"'),
                arguments(Sex.MALE, "\"1\""),
                arguments(Sex.FEMALE, "\"2\""),
                arguments(Sex.NOT_SET, "\"3\""),
                arguments(LossReason.DEATH, "\"01\""),
                arguments(LossReason.PUBLIC_ASSISTANCE, "\"02\""),
                arguments(LossReason.OTHER_INSURANCE, "\"03\""),
                arguments(LossReason.OTHER, "\"99\""),
                arguments(FamilyRelation.INSURED_PERSON, "\"1\""),
                arguments(FamilyRelation.FAMILY, "\"2\""),
                arguments(Validity.VALID, "1"),
                arguments(Validity.INVALID, "2"),
                arguments(Validity.INVALID_NEWER_COVERAGE, "3"),
                arguments(Validity.NOT_FOUND, "4"),
                arguments(Validity.SEVERAL_CANDIDATES, "5"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void everyValueIsOneScalarAndReadsBackAsItself(Object value, String json) throws Exception {
        assertThat(mapper.writeValueAsString(value)).isEqualTo(json);
        assertThat(mapper.readValue(json, value.getClass())).isEqualTo(value);
    }

    @Test
    void everyCodeOfEveryCodeListIsTested() {
        assertThat(values().map(arguments -> arguments.get()[0]))
                .contains((Object[]) Sex.values())
                .contains((Object[]) LossReason.values())
                .contains((Object[]) FamilyRelation.values())
                .contains((Object[]) Validity.values());
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments(InsurerNumber.class, "\"06139993\"", ValueFault.INSURER_NUMBER_CHECK_DIGIT),
                arguments(InstitutionCode.class, "\"1\"", ValueFault.INSTITUTION_CODE_FORMAT),
                arguments(CorporateNumber.class, "\"1\"", ValueFault.CORPORATE_NUMBER_FORMAT),
                arguments(
                        ConfirmationNumber.class,
                        "\"0000-0000-00000\"",
                        ValueFault.CONFIRMATION_NUMBER_CHECK_CHARACTER),
                arguments(PersonKey.class, "\"\"", ValueFault.KEY_FORMAT),
                arguments(SubjectKey.class, "\"\"", ValueFault.KEY_FORMAT),
                arguments(Sex.class, "\"0\"", ValueFault.UNKNOWN_CODE),
                arguments(Sex.class, "\"MALE\"", ValueFault.UNKNOWN_CODE),
                arguments(LossReason.class, "\"1\"", ValueFault.UNKNOWN_CODE),
                arguments(FamilyRelation.class, "\"3\"", ValueFault.UNKNOWN_CODE),
                arguments(Validity.class, "6", ValueFault.UNKNOWN_CODE));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusedJsonNamesTheFault(Class<?> type, String json, ValueFault fault) {
        ValueInstantiationException refusal =
                catchThrowableOfType(ValueInstantiationException.class, () -> mapper.readValue(json, type));

        assertThat(refusal).cause().isInstanceOfSatisfying(InvalidValueException.class, cause -> assertThat(
                        cause.fault())
                .isEqualTo(fault));
    }

    @Test
    void missingCodesAreRequired() {
        assertRefused(ValueFault.REQUIRED, () -> Sex.ofCode(null));
        assertRefused(ValueFault.REQUIRED, () -> LossReason.ofCode(null));
        assertRefused(ValueFault.REQUIRED, () -> FamilyRelation.ofCode(null));
    }
}
