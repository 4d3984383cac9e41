package jp.shikaku.kit.page;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.problem.ProblemException;

/**
 * Which field of a form a refusal is about where the body of the interface is a tree and the form is flat: the names on
 * the way, without the places in lists, written as one word. {@code /content/nextSteps/2/ja} is {@code nextStepsJa}.
 */
final class FormField {

    private FormField() {}

    /**
     * What {@code refusal} says, of fields of a form; what is wrong with several lines of one field is said once.
     *
     * @param root what stands before every name, such as {@code content}; may be empty
     * @param aliases fields that are called otherwise than the tree would have it
     */
    static List<InvalidField> flat(ProblemException refusal, String root, Map<String, String> aliases) {
        return refusal.errors().stream()
                .map(fault -> {
                    String word = word(fault.pointer(), root);
                    return new InvalidField("/" + aliases.getOrDefault(word, word), fault.fault());
                })
                .distinct()
                .toList();
    }

    private static String word(String pointer, String root) {
        List<String> names = Arrays.stream(pointer.split("[/:]"))
                .filter(step -> !step.isEmpty() && !step.matches("[0-9]+") && !step.equals("path"))
                .toList();
        List<String> within = !names.isEmpty() && names.get(0).equals(root) ? names.subList(1, names.size()) : names;
        String joined = within.stream()
                .map(step -> Character.toUpperCase(step.charAt(0)) + step.substring(1))
                .collect(Collectors.joining());
        return joined.isEmpty() ? joined : Character.toLowerCase(joined.charAt(0)) + joined.substring(1);
    }
}
