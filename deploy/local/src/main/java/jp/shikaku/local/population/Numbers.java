package jp.shikaku.local.population;

import java.util.function.Function;
import java.util.stream.IntStream;

import jp.shikaku.contracts.number.CorporateNumber;
import jp.shikaku.contracts.number.IndividualNumber;
import jp.shikaku.contracts.number.InstitutionCode;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.problem.InvalidValueException;

/** Made-up numbers whose check digits are right: the one digit that the types of the contracts accept. */
public final class Numbers {

    private Numbers() {}

    /** @param body eleven digits */
    public static String individual(long body) {
        return firstValid(digit -> "%011d%d".formatted(body, digit), text -> IndividualNumber.of(text)
                .value());
    }

    /** @param body seven digits: law, prefecture, insurer */
    public static String insurer(String body) {
        return firstValid(digit -> body + digit, text -> InsurerNumber.of(text).value());
    }

    /** @param body twelve digits; the check digit comes first */
    public static String corporate(long body) {
        return firstValid(digit -> "%d%012d".formatted(digit, body), text -> CorporateNumber.of(text)
                .value());
    }

    /** @param body nine digits: prefecture, fee table, institution */
    public static String institution(String body) {
        return firstValid(
                digit -> body + digit, text -> InstitutionCode.of(text, InstitutionCode.Strictness.CHECK_DIGIT)
                        .value());
    }

    private static String firstValid(Function<Integer, String> candidate, Function<String, String> reader) {
        return IntStream.range(0, 10)
                .mapToObj(candidate::apply)
                .filter(text -> isValid(text, reader))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no check digit fits"));
    }

    private static boolean isValid(String text, Function<String, String> reader) {
        try {
            reader.apply(text);
            return true;
        } catch (InvalidValueException e) {
            return false;
        }
    }
}
