package jp.shikaku.kit.page;

import java.util.List;
import java.util.Map;

import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.text.LocalizedText;

/**
 * What somebody has typed into a form, and what is wrong with it. A field is called as the body of the interface calls it.
 *
 * @param values by field; what is missing is empty
 * @param names what the fields are called on the page, for the list of what is wrong; may lack some
 */
public record Form(Map<String, String> values, List<InvalidField> faults, Map<String, LocalizedText> names) {

    public Form {
        values = Map.copyOf(values);
        faults = List.copyOf(faults);
        names = Map.copyOf(names);
    }

    public Form(Map<String, String> values, List<InvalidField> faults) {
        this(values, faults, Map.of());
    }

    /** A form that nobody has filled in. */
    public static Form blank() {
        return new Form(Map.of(), List.of());
    }

    /** A form that is filled in already. */
    public static Form with(Map<String, String> values) {
        return new Form(values, List.of());
    }

    /** The same form, whose fields are called so. */
    public Form named(Map<String, LocalizedText> fields) {
        return new Form(values, faults, fields);
    }

    /** The same form, sent back with what {@code refusal} says. */
    public Form refused(ProblemException refusal) {
        return new Form(values, refusal.errors(), names);
    }

    /**
     * As {@link #refused(ProblemException)}, where the body of the interface is a tree and this form is flat.
     *
     * @param root what stands before every name of the tree, such as {@code content}; may be empty
     * @param aliases fields that are called otherwise than the way to them in the tree, written as one word
     */
    public Form refused(ProblemException refusal, String root, Map<String, String> aliases) {
        return new Form(values, FormField.flat(refusal, root, aliases), names);
    }

    /** Whether {@code failure} is about what was typed, so that the form is sent back. */
    public static boolean isToBeMended(Throwable failure) {
        return failure instanceof ProblemException problem && problem.type() == ProblemType.VALUES_INVALID;
    }

    /** What the field of {@code fault} is called; empty when that is not known. */
    public String name(InvalidField fault, Frame p) {
        LocalizedText name = names.get(field(fault));
        return name == null ? "" : p.in(name) + p.say("：", ": ");
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** Whether {@code line} is among those that were chosen or typed into {@code field}. */
    public boolean hasLine(String field, String line) {
        return Lines.of(value(field)).all().contains(line);
    }

    public boolean isFaulty() {
        return !faults.isEmpty();
    }

    public boolean bad(String field) {
        return faults.stream().anyMatch(fault -> field(fault).equals(field));
    }

    /** What is wrong with {@code field}. */
    public List<ValueFault> faultsOf(String field) {
        return faults.stream()
                .filter(fault -> field(fault).equals(field))
                .map(InvalidField::fault)
                .distinct()
                .toList();
    }

    /** The field that {@code fault} is about: the last step of its pointer. */
    public String field(InvalidField fault) {
        String pointer = fault.pointer();
        return pointer.substring(Math.max(pointer.lastIndexOf('/'), pointer.lastIndexOf(':')) + 1);
    }
}
