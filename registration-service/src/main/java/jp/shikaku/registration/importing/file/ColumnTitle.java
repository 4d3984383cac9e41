package jp.shikaku.registration.importing.file;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The title of a column, whatever its width, case, spaces and punctuation. */
record ColumnTitle(String folded) {

    private static final Map<ColumnTitle, Column> KNOWN = known();

    static ColumnTitle of(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s・･()\\[\\]_\\-*]", "")
                .toLowerCase(Locale.ROOT);
        return new ColumnTitle(folded);
    }

    boolean isBlank() {
        return folded.isEmpty();
    }

    /** The column that the layout calls like this. */
    Optional<Column> column() {
        return Optional.ofNullable(KNOWN.get(this));
    }

    private static Map<ColumnTitle, Column> known() {
        Map<ColumnTitle, Column> known = new HashMap<>();
        for (Column column : Column.values()) {
            known.put(of(column.field()), column);
            known.put(of(column.titleJa()), column);
            known.put(of(column.titleEn()), column);
            column.otherTitles().forEach(title -> known.put(of(title), column));
        }
        return Map.copyOf(known);
    }
}
