package jp.shikaku.inquiry.content;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jp.shikaku.contracts.faq.RelatedContent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ContentReaderTest {

    private static final String GOOD = "{kind: FAQ, id: one}";

    @Test
    void folderIsReadInTheOrderOfItsIndex() {
        MapContentSource source = MapContentSource.empty()
                .file("links/index.txt", "b.yaml\n\n  a.yaml  \n")
                .file("links/a.yaml", "{kind: FAQ, id: a}")
                .file("links/b.yaml", "{kind: FAQ, id: b}");

        List<ContentFile<RelatedContent>> files = new ContentReader(source).folder("links", RelatedContent.class);

        assertThat(files).extracting(ContentFile::path).containsExactly("links/b.yaml", "links/a.yaml");
        assertThat(files).extracting(file -> file.value().id()).containsExactly("b", "a");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {kind: FAQ, id: one, colour: red}  | Unrecognized field "colour"
            {kind: FAQ}                        | Missing creator property 'id'
            {kind: FAQ, id: ~}                 | id
            {kind: RADIO, id: one}             | not one of the values accepted
            {kind: FAQ, id: one, id: two}      | Duplicate
            {kind: FAQ, id: [one]}             | Cannot deserialize
            {kind: FAQ, id:                    | while parsing
            """)
    void everySlipInAFileIsNamedWithItsFile(String yaml, String message) {
        MapContentSource source = MapContentSource.empty().file("link.yaml", yaml);

        assertThatExceptionOfType(ContentException.class)
                .isThrownBy(() -> new ContentReader(source).file("link.yaml", RelatedContent.class))
                .withMessageContaining("link.yaml")
                .withMessageContaining(message);
    }

    @Test
    void emptyFileIsRefused() {
        MapContentSource source = MapContentSource.empty().file("link.yaml", "# nothing yet\n");

        assertThatExceptionOfType(ContentException.class)
                .isThrownBy(() -> new ContentReader(source).file("link.yaml", RelatedContent.class))
                .withMessageContaining("link.yaml");
    }

    @Test
    void indexThatNamesNoFileIsRefused() {
        MapContentSource source = MapContentSource.empty().file("links/index.txt", "\n");

        assertThatExceptionOfType(ContentException.class)
                .isThrownBy(() -> new ContentReader(source).folder("links", RelatedContent.class))
                .withMessageContaining("links/index.txt: names no file");
    }

    @Test
    void everyUnusableFileOfAFolderIsNamedAtOnce() {
        MapContentSource source = MapContentSource.empty()
                .file("links/index.txt", "missing.yaml\ngood.yaml\nbad.yaml\n")
                .file("links/good.yaml", GOOD)
                .file("links/bad.yaml", "{kind: FAQ}");

        assertThatExceptionOfType(ContentException.class)
                .isThrownBy(() -> new ContentReader(source).folder("links", RelatedContent.class))
                .satisfies(unusable -> assertThat(unusable.faults())
                        .extracting(ContentFault::file)
                        .containsExactly("links/missing.yaml", "links/bad.yaml"));
    }

    @Test
    void faultOfANestedFieldIsGivenItsPlace() {
        MapContentSource source = MapContentSource.empty().file("links.yaml", "[" + GOOD + ", {kind: NOWHERE, id: x}]");

        assertThatExceptionOfType(ContentException.class)
                .isThrownBy(() -> new ContentReader(source).list("links.yaml", RelatedContent.class))
                .satisfies(
                        unusable -> assertThat(unusable.faults().get(0).field()).isEqualTo("[1].kind"));
    }
}
