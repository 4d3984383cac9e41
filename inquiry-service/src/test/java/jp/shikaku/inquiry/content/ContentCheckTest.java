package jp.shikaku.inquiry.content;

import java.net.URI;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import jp.shikaku.contracts.source.SourceLink;
import jp.shikaku.contracts.text.LocalizedText;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

class ContentCheckTest {

    private static final LocalizedText TEXT = new LocalizedText("確認してください。", "Please check.");

    private final ContentCheck check = new ContentCheck();

    @Test
    void soundContentPasses() {
        check.in("a.yaml")
                .slug("id", "how-soon-2")
                .text("question", TEXT)
                .texts("steps", List.of(TEXT))
                .unique("ids", List.of("a", "b"))
                .sources(List.of(new SourceLink(TEXT, URI.create("https://www.mhlw.go.jp/stf/newpage_08277.html"))));

        assertThatCode(check::finish).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "ja “{0}”, en “{1}” lacks {2}")
    @CsvSource({"'', Check., ja", "' ', Check., ja", "Check., Check., ja", "確認, '', en", "確認, 確認, en"})
    void textMissingOneLanguageIsFound(String ja, String en, String missing) {
        check.in("a.yaml").text("question", new LocalizedText(ja, en));

        assertFault("question." + missing);
    }

    @Test
    void emptyListOfTextsIsFound() {
        check.in("a.yaml").texts("steps", List.of());

        assertFault("steps");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "How-Soon", "how soon", "-how", "how--soon", "どう"})
    void idUnfitForAnAddressIsFound(String slug) {
        check.in("a.yaml").slug("id", slug);

        assertFault("id");
    }

    @Test
    void repeatedValueIsFound() {
        check.in("a.yaml").unique("id", List.of("a", "b", "a"));

        assertFault("id");
    }

    @Test
    void missingSourceIsFound() {
        check.in("a.yaml").sources(List.of());

        assertFault("sources");
    }

    @ParameterizedTest
    @ValueSource(strings = {"newpage_08277.html", "ftp://example.org/a", "https:///a"})
    void sourceThatIsNoWebAddressIsFound(String url) {
        check.in("a.yaml").sources(List.of(new SourceLink(TEXT, URI.create(url))));

        assertFault("sources[0].url");
    }

    @Test
    void everyFaultIsToldAtOnce() {
        check.in("a.yaml").slug("id", "A").texts("steps", List.of());
        check.in("b.yaml").slug("id", "B");

        assertThatExceptionOfType(ContentException.class)
                .isThrownBy(check::finish)
                .satisfies(unusable -> assertThat(unusable.faults()).hasSize(3));
    }

    private void assertFault(String field) {
        assertThatExceptionOfType(ContentException.class)
                .isThrownBy(check::finish)
                .satisfies(unusable -> assertThat(unusable.faults())
                        .extracting(ContentFault::file, ContentFault::field)
                        .containsExactly(tuple("a.yaml", field)));
    }
}
