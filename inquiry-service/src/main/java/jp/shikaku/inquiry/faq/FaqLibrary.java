package jp.shikaku.inquiry.faq;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jp.shikaku.contracts.faq.FaqEntry;
import jp.shikaku.inquiry.content.ContentException;
import jp.shikaku.inquiry.content.ContentFile;
import jp.shikaku.inquiry.content.ContentReader;
import jp.shikaku.inquiry.content.ContentSource;

/** The questions people ask. Content: one file a question in {@code faq/}, in the order of its index. */
public final class FaqLibrary {

    static final String FOLDER = "faq";

    private final Map<String, FaqEntry> entries;

    private FaqLibrary(Map<String, FaqEntry> entries) {
        this.entries = entries;
    }

    /** The packed questions. */
    public static FaqLibrary load() {
        return load(ContentSource.packed());
    }

    /** @throws ContentException when an entry cannot be used */
    public static FaqLibrary load(ContentSource source) {
        List<ContentFile<FaqEntry>> files = new ContentReader(source).folder(FOLDER, FaqEntry.class);
        FaqRules.check(files);
        Map<String, FaqEntry> entries = new LinkedHashMap<>();
        files.forEach(file -> entries.put(file.value().id(), file.value()));
        return new FaqLibrary(entries);
    }

    /** Every entry that holds on {@code day}, in the order of the index. */
    public List<FaqEntry> entriesOn(LocalDate day) {
        return entries.values().stream()
                .filter(entry -> !entry.effectiveFrom().isAfter(day))
                .toList();
    }

    /** The entry {@code id}, whether it holds yet or not; empty when there is no such entry. */
    public Optional<FaqEntry> find(String id) {
        return Optional.ofNullable(entries.get(id));
    }
}
