package jp.shikaku.kit.file;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values of one CSV record whose quotes {@link RecordSplitter} has found right. */
public final class CsvFields {

    /** With which DOS ends a file. */
    private static final char CTRL_Z = '\u001A';

    /** What spreadsheets are given to keep the zeros of a number: {@code ="0012"}. */
    private static final Pattern KEPT_AS_TEXT = Pattern.compile("=\"([^\"]*)\"");

    private CsvFields() {}

    /** Whether a record has no value: what spreadsheets leave below a table. */
    public static boolean areBlank(String text) {
        return text.chars().allMatch(c -> c == ',' || c == '"' || c == CTRL_Z || Character.isWhitespace(c));
    }

    /** At least one; a quoted value without its quotes. */
    public static List<String> of(String text) {
        List<String> fields = new ArrayList<>();
        int from = 0;
        while (from <= text.length()) {
            int end = text.startsWith("\"", from) ? afterQuoted(text, from + 1) : text.indexOf(',', from);
            int until = end < 0 ? text.length() : end;
            fields.add(value(text.substring(from, until)));
            from = until + 1;
        }
        return fields;
    }

    /** What a value says, without blanks around it and without what keeps a spreadsheet from taking it for a number. */
    public static String plain(String field) {
        String stripped = field.strip();
        Matcher kept = KEPT_AS_TEXT.matcher(stripped);
        return stripped.startsWith("=") && kept.matches() ? kept.group(1).strip() : stripped;
    }

    private static int afterQuoted(String text, int from) {
        int mark = text.indexOf('"', from);
        while (text.startsWith("\"\"", mark)) {
            mark = text.indexOf('"', mark + 2);
        }
        return mark + 1;
    }

    private static String value(String field) {
        return field.startsWith("\"") ? field.substring(1, field.length() - 1).replace("\"\"", "\"") : field;
    }
}
