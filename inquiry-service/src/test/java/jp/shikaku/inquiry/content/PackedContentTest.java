package jp.shikaku.inquiry.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every content file, whatever it is about. */
class PackedContentTest {

    @ParameterizedTest
    @ValueSource(strings = {"faq", "display", "notice"})
    void indexNamesEveryFileOfItsFolderOnce(String folder) throws Exception {
        List<String> index = text(folder + "/index.txt")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        List<String> present = filesOf(folder)
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(".yaml"))
                .toList();

        assertThat(index).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(present);
    }

    /** Independent of the checks at load, which name each field and could forget one. */
    @Test
    void everyTextOfEveryFileHasBothLanguages() throws Exception {
        List<JsonNode> texts = Stream.of("faq", "display", "notice", "hotline", "source")
                .flatMap(PackedContentTest::filesOf)
                .filter(file -> file.toString().endsWith(".yaml"))
                .map(PackedContentTest::tree)
                .flatMap(tree -> Stream.concat(tree.findParents("ja").stream(), tree.findParents("en").stream()))
                .filter(text -> !text.path("ja").isArray())
                .toList();

        assertThat(texts).hasSizeGreaterThan(200).allSatisfy(text -> {
            assertThat(text.path("ja").asText()).containsPattern("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");
            assertThat(text.path("en").asText()).containsPattern("[A-Za-z]{2}");
        });
    }

    /** A line broken inside a Japanese sentence would leave a blank in it. */
    @Test
    void noJapaneseSentenceHasABlankBetweenTwoJapaneseCharacters() {
        List<String> sentences = Stream.of("faq", "display", "notice", "hotline", "source")
                .flatMap(PackedContentTest::filesOf)
                .filter(file -> file.toString().endsWith(".yaml"))
                .map(PackedContentTest::tree)
                .flatMap(tree -> tree.findValuesAsText("ja").stream())
                .filter(text -> text.contains("。"))
                .toList();

        assertThat(sentences)
                .hasSizeGreaterThan(100)
                .noneMatch(text -> text.matches("(?s).*[^\\p{ASCII}]\\s+[^\\p{ASCII}].*"));
    }

    private static Stream<Path> filesOf(String folder) {
        try {
            Path path =
                    Path.of(PackedContentTest.class.getResource("/" + folder).toURI());
            try (Stream<Path> files = Files.list(path)) {
                return files.toList().stream();
            }
        } catch (Exception unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static JsonNode tree(Path file) {
        try {
            return new YAMLMapper().readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String text(String path) throws IOException {
        try (InputStream stream = ContentSource.packed().open(path).orElseThrow()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
