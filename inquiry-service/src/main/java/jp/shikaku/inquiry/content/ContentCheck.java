package jp.shikaku.inquiry.content;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import jp.shikaku.contracts.source.SourceLink;
import jp.shikaku.contracts.text.LocalizedText;

/** Collects what is wrong with loaded content, so that an editor sees all of it at once. */
public final class ContentCheck {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");
    private static final Pattern LATIN_WORD = Pattern.compile("[A-Za-z]{2,}");

    private final List<ContentFault> faults = new ArrayList<>();

    /** Checks of one file. */
    public FileCheck in(String path) {
        return new FileCheck(path);
    }

    /** @throws ContentException when any check failed */
    public void finish() {
        if (!faults.isEmpty()) {
            throw new ContentException(faults);
        }
    }

    /** Checks that speak of one file. */
    public final class FileCheck {

        private final String path;

        private FileCheck(String path) {
            this.path = path;
        }

        /** Notes {@code message} against {@code field} unless {@code holds}. */
        public FileCheck require(boolean holds, String field, String message) {
            if (!holds) {
                faults.add(new ContentFault(path, field, message));
            }
            return this;
        }

        /** Both languages are there, and each is in its own language. */
        public FileCheck text(String field, LocalizedText text) {
            require(JAPANESE.matcher(text.ja()).find(), field + ".ja", "has no Japanese text");
            return require(LATIN_WORD.matcher(text.en()).find(), field + ".en", "has no English text");
        }

        /** At least one text, each in both languages. */
        public FileCheck texts(String field, List<LocalizedText> texts) {
            require(!texts.isEmpty(), field, "is empty");
            for (int i = 0; i < texts.size(); i++) {
                text(field + "[" + i + "]", texts.get(i));
            }
            return this;
        }

        /** Lower-case words joined by hyphens, fit for an address. */
        public FileCheck slug(String field, String value) {
            return require(
                    SLUG.matcher(value).matches(), field, "“" + value + "” is not lower-case words joined by hyphens");
        }

        /** No value appears twice. */
        public FileCheck unique(String field, List<String> values) {
            Set<String> seen = new HashSet<>();
            for (String value : values) {
                require(seen.add(value), field, "“" + value + "” is used twice");
            }
            return this;
        }

        /** At least one source, each with a title in both languages and an absolute web address. */
        public FileCheck sources(List<SourceLink> sources) {
            require(!sources.isEmpty(), "sources", "is empty");
            for (int i = 0; i < sources.size(); i++) {
                SourceLink source = sources.get(i);
                text("sources[" + i + "].title", source.title());
                String scheme = source.url().getScheme();
                boolean web = "https".equals(scheme) || "http".equals(scheme);
                require(web && source.url().getHost() != null, "sources[" + i + "].url", "is not a web address");
            }
            return this;
        }
    }
}
