package jp.shikaku.inquiry.faq;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jp.shikaku.contracts.faq.FaqEntry;
import jp.shikaku.inquiry.content.ContentCheck;
import jp.shikaku.inquiry.content.ContentException;
import jp.shikaku.inquiry.content.ContentFile;
import jp.shikaku.inquiry.content.ContentReader;
import jp.shikaku.inquiry.content.ContentSource;

/**
 * The questions people ask, in all their versions. Content: one file a question in {@code faq/}, in the order of its
 * index, under whatever was published since.
 *
 * <p>On a day the highest version that holds on it is the answer; of two with one number the published one, because
 * somebody wrote it over the file.
 */
public final class FaqLibrary {

    static final String FOLDER = "faq";

    /** By id, in the order of the index; each with the highest version first. */
    private final Map<String, List<FaqEntry>> versions;

    private FaqLibrary(Map<String, List<FaqEntry>> versions) {
        this.versions = versions;
    }

    /** The packed questions. */
    public static FaqLibrary load() {
        return load(ContentSource.packed());
    }

    /** @throws ContentException naming everything that is wrong */
    public static FaqLibrary load(ContentSource source) {
        ContentReader reader = new ContentReader(source);
        List<ContentFile<FaqFile>> files = reader.folder(FOLDER, FaqFile.class);
        ContentCheck check = new ContentCheck();
        SourceCatalogue sources = SourceCatalogue.load(reader, check);
        List<FaqEntry> entries = new ArrayList<>();
        for (ContentFile<FaqFile> file : files) {
            FaqEntry entry = file.value().entry(sources);
            check.in(file.path()).require(file.path().equals(path(entry.id())), "id", "is not the file's name");
            FaqRules.checkEntry(check.in(file.path()), entry);
            entries.add(entry);
        }
        check.in(FOLDER).unique("id", entries.stream().map(FaqEntry::id).toList());
        FaqRules.checkSources(check, files.stream().map(ContentFile::value).toList(), sources.ids());
        FaqRules.checkTogether(check, entries, FaqLibrary::path);
        check.finish();
        Map<String, List<FaqEntry>> versions = new LinkedHashMap<>();
        entries.forEach(entry -> versions.put(entry.id(), List.of(entry)));
        return new FaqLibrary(versions);
    }

    /** This library with {@code published} over its own versions; new questions come last, in the order given. */
    public FaqLibrary with(Collection<FaqEntry> published) {
        Map<String, List<FaqEntry>> merged = new LinkedHashMap<>(versions);
        for (FaqEntry entry : published) {
            List<FaqEntry> all = new ArrayList<>();
            all.add(entry);
            merged.getOrDefault(entry.id(), List.of()).stream()
                    .filter(other -> other.version() != entry.version())
                    .forEach(all::add);
            all.sort(Comparator.comparingInt(FaqEntry::version).reversed());
            merged.put(entry.id(), List.copyOf(all));
        }
        return new FaqLibrary(merged);
    }

    /** Every entry that holds on {@code day}, in the order of the index. */
    public List<FaqEntry> entriesOn(LocalDate day) {
        return versions.keySet().stream()
                .map(id -> find(id, day))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The entry {@code id} as it holds on {@code day}; empty when there is none. */
    public Optional<FaqEntry> find(String id, LocalDate day) {
        return versions(id).stream().filter(entry -> entry.holdsOn(day)).findFirst();
    }

    /** Every version of the entry {@code id}, the newest first; empty when there is no such entry. */
    public List<FaqEntry> versions(String id) {
        return versions.getOrDefault(id, List.of());
    }

    static String path(String id) {
        return FOLDER + "/" + id + ".yaml";
    }
}
