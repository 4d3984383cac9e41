package jp.shikaku.contracts.number;

import java.util.ArrayList;
import java.util.List;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.text.Dashes;

/**
 * Takes individual numbers out of what people write to us (R5): every twelve digits that pass the check digit, however
 * they are grouped, in half or full width. Telephone numbers and other digits stay.
 */
public final class IndividualNumberMask {

    private static final int LENGTH = 12;

    /** As in {@code 1234 - 5678 - 9018}. */
    private static final int MOST_BETWEEN = 3;

    private IndividualNumberMask() {}

    /**
     * @param text as it may be kept: the digits of each number are asterisks
     * @param numbers how many numbers were hidden
     */
    public record Masked(String text, int numbers) {}

    /** Digits that stand together, from {@code from} to before {@code end}. */
    private record Group(int from, int end) {

        int length() {
            return end - from;
        }
    }

    public static Masked mask(String text) {
        StringBuilder masked = new StringBuilder(text);
        List<Group> groups = groups(text);
        int numbers = 0;
        for (int first = 0; first < groups.size(); first++) {
            int last = lastOfTwelve(text, groups, first);
            if (last >= 0 && isIndividualNumber(text, groups.subList(first, last + 1))) {
                groups.subList(first, last + 1).forEach(group -> hide(masked, group));
                numbers++;
                first = last;
            }
        }
        return new Masked(masked.toString(), numbers);
    }

    private static List<Group> groups(String text) {
        List<Group> groups = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int from = at;
            while (at < text.length() && Character.isDigit(text.charAt(at))) {
                at++;
            }
            if (at > from) {
                groups.add(new Group(from, at));
            } else {
                at++;
            }
        }
        return groups;
    }

    /** The group with which twelve digits are complete that begin with the group {@code first}; -1 when none is. */
    private static int lastOfTwelve(String text, List<Group> groups, int first) {
        int digits = 0;
        for (int last = first; last < groups.size(); last++) {
            if (last > first
                    && !joined(
                            text, groups.get(last - 1).end(), groups.get(last).from())) {
                return -1;
            }
            digits += groups.get(last).length();
            if (digits >= LENGTH) {
                return digits == LENGTH ? last : -1;
            }
        }
        return -1;
    }

    private static boolean joined(String text, int from, int end) {
        return end - from <= MOST_BETWEEN
                && text.substring(from, end)
                        .chars()
                        .allMatch(c -> Dashes.isDash((char) c)
                                || Character.isWhitespace(c)
                                || Character.isSpaceChar(c)
                                || "./_・．／,，、".indexOf(c) >= 0);
    }

    private static boolean isIndividualNumber(String text, List<Group> groups) {
        StringBuilder digits = new StringBuilder(LENGTH);
        groups.forEach(group ->
                text.substring(group.from(), group.end()).chars().forEach(c -> digits.append(Character.digit(c, 10))));
        try {
            IndividualNumber.of(digits.toString());
            return true;
        } catch (InvalidValueException e) {
            return false;
        }
    }

    private static void hide(StringBuilder masked, Group group) {
        for (int i = group.from(); i < group.end(); i++) {
            masked.setCharAt(i, '*');
        }
    }
}
