package jp.shikaku.contracts.importing;

import java.util.List;

import jp.shikaku.contracts.text.LocalizedText;

/**
 * One column of a file of enrolments.
 *
 * @param field its name in the API, which may also stand in the header
 * @param title what usually stands in the header, in either language
 * @param otherTitles titles that are understood as well
 * @param form in which ways a value may be written
 * @param example nobody's; may be empty
 */
public record LayoutColumn(
        String field,
        LocalizedText title,
        List<String> otherTitles,
        boolean required,
        LocalizedText form,
        String example) {

    public LayoutColumn {
        otherTitles = List.copyOf(otherTitles);
    }
}
