package jp.shikaku.inquiry.faq;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import jp.shikaku.contracts.source.SourceLink;
import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.inquiry.content.ContentCheck;
import jp.shikaku.inquiry.content.ContentFile;
import jp.shikaku.inquiry.content.ContentReader;

/** Where answers are known from, each source written down once: {@code source/sources.yaml}. */
final class SourceCatalogue {

    static final String FILE = "source/sources.yaml";

    private final Map<String, SourceLink> links;

    private SourceCatalogue(Map<String, SourceLink> links) {
        this.links = links;
    }

    /** A source as its file holds it. */
    record Source(String id, LocalizedText title, URI url) {}

    /** Reads the file; what is wrong with a source is noted in {@code check}. */
    static SourceCatalogue load(ContentReader reader, ContentCheck check) {
        ContentFile<List<Source>> file = reader.list(FILE, Source.class);
        ContentCheck.FileCheck inFile = check.in(FILE);
        inFile.unique("id", file.value().stream().map(Source::id).toList())
                .unique(
                        "url",
                        file.value().stream()
                                .map(source -> source.url().toString())
                                .toList());
        Map<String, SourceLink> links = new LinkedHashMap<>();
        for (Source source : file.value()) {
            SourceLink link = new SourceLink(source.title(), source.url());
            inFile.slug("id", source.id());
            check.in(FILE + " " + source.id()).sources(List.of(link));
            links.put(source.id(), link);
        }
        return new SourceCatalogue(links);
    }

    Set<String> ids() {
        return links.keySet();
    }

    /** The sources of {@code ids} that are known, in that order. */
    List<SourceLink> links(List<String> ids) {
        return ids.stream().map(links::get).filter(Objects::nonNull).toList();
    }
}
