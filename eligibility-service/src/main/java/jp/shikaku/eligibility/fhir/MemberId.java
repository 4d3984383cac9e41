package jp.shikaku.eligibility.fhir;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jp.shikaku.contracts.confirmation.ShownCoverage;
import jp.shikaku.contracts.number.InsurerNumber;

/**
 * A card in one text, as JP Core writes it: insurer number filled up to eight digits with zeros, symbol, number and branch,
 * between colons. What a card does not have is empty.
 *
 * @param insurerNumber as it was written
 * @param symbol empty when there is none
 * @param branch empty when there is none
 */
record MemberId(String insurerNumber, String symbol, String number, String branch) {

    private static final int INSURER_PLACES = 8;
    private static final Pattern COLONS = Pattern.compile("([^:]*):([^:]*):([^:]*):([^:]*)");

    /** JP Core leaves the insurer out where another place says it. */
    private static final Pattern CSV = Pattern.compile("(?:\"([^\"]*)\",)?\"([^\"]*)\",\"([^\"]*)\",\"([^\"]*)\"");

    /**
     * Reads {@code value} as an identifier of {@code system}; empty when it is not of that form.
     *
     * @param system {@code null} for the one with colons
     */
    static Optional<MemberId> read(String system, String value) {
        if (value == null) {
            return Optional.empty();
        }
        boolean csv = Systems.MEMBER_CSV.equals(system);
        if (!csv && system != null && !system.equals(Systems.MEMBER_ID)) {
            return Optional.empty();
        }
        Matcher parts = (csv ? CSV : COLONS).matcher(value.strip());
        return parts.matches()
                ? Optional.of(new MemberId(
                        parts.group(1) == null ? "" : parts.group(1), parts.group(2), parts.group(3), parts.group(4)))
                : Optional.empty();
    }

    static MemberId of(ShownCoverage coverage) {
        return new MemberId(
                coverage.insurerNumber().value(),
                orEmpty(coverage.symbol()),
                coverage.number(),
                orEmpty(coverage.branch()));
    }

    /** Eight digits. */
    static String padded(InsurerNumber insurer) {
        return "0".repeat(INSURER_PLACES - insurer.value().length()) + insurer.value();
    }

    /** Spaces and colons within a part would make it another card. */
    R4.Identifier identifier() {
        String insurer = "0".repeat(Math.max(0, INSURER_PLACES - insurerNumber.length())) + insurerNumber;
        return new R4.Identifier(
                Systems.MEMBER_ID, String.join(":", insurer, plain(symbol), plain(number), plain(branch)));
    }

    private static String plain(String part) {
        return part.replaceAll("[:\\s　]", "");
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    @Override
    public String toString() {
        return "MemberId[***]";
    }
}
