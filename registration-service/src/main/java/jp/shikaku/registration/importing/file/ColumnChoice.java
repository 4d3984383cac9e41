package jp.shikaku.registration.importing.file;

import java.util.Map;

/**
 * What a sender says of the columns of its file.
 *
 * @param titles the title under which the file has a column, for those that the layout calls otherwise
 * @param ignoresOthers whether columns that the layout does not know are passed over; refused otherwise, as one of them
 *     may be a misspelt date of loss
 */
public record ColumnChoice(Map<Column, String> titles, boolean ignoresOthers) {

    public static final ColumnChoice LAYOUT = new ColumnChoice(Map.of(), false);

    public ColumnChoice {
        titles = Map.copyOf(titles);
    }
}
