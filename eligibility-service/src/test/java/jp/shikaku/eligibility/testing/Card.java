package jp.shikaku.eligibility.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The card of a synthetic person, as a clinic types it. Symbol and number carry the marks by which
 * {@link NothingPersonalLogged} knows them.
 *
 * @param branch {@code null} when the card shows none
 */
public record Card(String insurerNumber, String symbol, String number, String branch, String birthDate) {

    public static final String INSURER = "06139992";
    public static final String OTHER_INSURER = "31999998";

    /** A card that nobody else in the tests has. */
    public static Card fresh() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        String symbol = Marks.TEXT + Integer.toString(random.nextInt(100_000, 1_000_000));
        String number = Marks.NUMBER + random.nextInt(10_000_000, 100_000_000);
        return new Card(INSURER, symbol, number, "01", "1990-01-15");
    }

    public Card at(String otherInsurer) {
        return new Card(otherInsurer, symbol, number, branch, birthDate);
    }

    public Card branch(String other) {
        return new Card(insurerNumber, symbol, number, other, birthDate);
    }

    public Card born(String other) {
        return new Card(insurerNumber, symbol, number, branch, other);
    }

    /** The same card from an input method that is set to full width. */
    public Card inFullWidth() {
        return new Card(wide(insurerNumber), wide(symbol), wide(number), wide(branch), birthDate);
    }

    /** The question about this card, today. */
    public Body question() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("insurerNumber", insurerNumber);
        fields.put("symbol", symbol);
        fields.put("number", number);
        if (branch != null) {
            fields.put("branch", branch);
        }
        fields.put("birthDate", birthDate);
        return new Body(fields);
    }

    private static String wide(String text) {
        StringBuilder wide = new StringBuilder();
        text.chars().forEach(c -> wide.append(c >= '!' && c <= '~' ? (char) (c + 0xFEE0) : (char) c));
        return wide.toString();
    }
}
