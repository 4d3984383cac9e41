package jp.shikaku.contracts.card;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;

/**
 * 被保険者証等の記号・番号・枝番: what names an insured person at an insurer, read from a 資格確認書, an old card or a notice.
 *
 * <p>Symbol and number are kept folded (see {@code CardText}), so that two ways of typing one card are equal and find
 * the same coverage. Whoever must show them as they were typed keeps that text beside the card.
 *
 * <p>{@link #toString()} hides symbol and number: the law restricts who may ask for them (健康保険法194条の2).
 */
public final class InsuredCard {

    private static final int MAX_LENGTH = 20;
    private static final Pattern BRANCH = Pattern.compile("[0-9]{1,2}");

    private final InsurerNumber insurerNumber;
    private final String symbol;
    private final String number;
    private final String branch;

    private InsuredCard(InsurerNumber insurerNumber, String symbol, String number, String branch) {
        this.insurerNumber = insurerNumber;
        this.symbol = symbol;
        this.number = number;
        this.branch = branch;
    }

    /**
     * @param symbol as for {@link #symbolOf}; null or blank when the card has none (後期高齢者医療 has none)
     * @param number as for {@link #numberOf}
     * @param branch as for {@link #branchOf}; null or blank when the card shows none (issued before October 2020)
     * @throws InvalidValueException {@link ValueFault#REQUIRED} without insurer number or number, and what the three
     *     methods throw
     */
    public static InsuredCard of(InsurerNumber insurerNumber, String symbol, String number, String branch) {
        if (insurerNumber == null) {
            throw new InvalidValueException(ValueFault.REQUIRED);
        }
        return new InsuredCard(insurerNumber, symbolOf(symbol), numberOf(number), branchOf(branch));
    }

    /**
     * A 記号 in its folded writing, empty for null and blank.
     *
     * @throws InvalidValueException {@link ValueFault#CARD_SYMBOL_FORMAT} for more than 20 characters when folded, or
     *     control characters
     */
    public static String symbolOf(String text) {
        return folded(text, ValueFault.CARD_SYMBOL_FORMAT);
    }

    /**
     * A 番号 in its folded writing.
     *
     * @throws InvalidValueException {@link ValueFault#REQUIRED} for null, {@link ValueFault#CARD_NUMBER_FORMAT}
     *     unless it has 1 to 20 characters when folded, none of them a control character
     */
    public static String numberOf(String text) {
        if (text == null) {
            throw new InvalidValueException(ValueFault.REQUIRED);
        }
        String folded = folded(text, ValueFault.CARD_NUMBER_FORMAT);
        if (folded.isEmpty()) {
            throw new InvalidValueException(ValueFault.CARD_NUMBER_FORMAT);
        }
        return folded;
    }

    /**
     * A 枝番 as two digits, empty for null and blank. One digit gets its zero back, which spreadsheets take away.
     *
     * @throws InvalidValueException {@link ValueFault#CARD_BRANCH_FORMAT}
     */
    public static String branchOf(String text) {
        String folded = CardText.fold(text);
        if (folded.isEmpty()) {
            return folded;
        }
        if (!BRANCH.matcher(folded).matches()) {
            throw new InvalidValueException(ValueFault.CARD_BRANCH_FORMAT);
        }
        return folded.length() == 1 ? "0" + folded : folded;
    }

    private static String folded(String text, ValueFault fault) {
        String folded = CardText.fold(text);
        if (folded.codePointCount(0, folded.length()) > MAX_LENGTH
                || folded.codePoints().anyMatch(InsuredCard::cannotBeStored)) {
            throw new InvalidValueException(fault);
        }
        return folded;
    }

    /** Control characters and halves of a surrogate pair: the database would refuse them, too late. */
    private static boolean cannotBeStored(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.SURROGATE;
    }

    public InsurerNumber insurerNumber() {
        return insurerNumber;
    }

    /** 記号, folded, 1 to 20 characters. */
    public Optional<String> symbol() {
        return present(symbol);
    }

    /** 番号, folded, 1 to 20 characters. */
    public String number() {
        return number;
    }

    /** 枝番, two digits. */
    public Optional<String> branch() {
        return present(branch);
    }

    private static Optional<String> present(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof InsuredCard card
                && insurerNumber.equals(card.insurerNumber)
                && symbol.equals(card.symbol)
                && number.equals(card.number)
                && branch.equals(card.branch);
    }

    @Override
    public int hashCode() {
        return Objects.hash(insurerNumber, symbol, number, branch);
    }

    @Override
    public String toString() {
        return "InsuredCard[" + insurerNumber + ", ***]";
    }
}
