package jp.shikaku.kit.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.kit.testing.Bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FileCharsetTest {

    @Test
    void aByteOrderMarkIsBelievedBeforeAnythingElse() {
        byte[] head = Bytes.join(Bytes.hex("efbbbf"), Bytes.utf8("番号"));

        assertThat(FileCharset.of("Shift_JIS", head)).isEqualTo(FileCharset.UTF_8);
    }

    @Test
    void whatTheSenderDeclaresIsBelievedBeforeTheBytes() {
        assertThat(FileCharset.of("utf-8", Bytes.windows31j("番号"))).isEqualTo(FileCharset.UTF_8);
        assertThat(FileCharset.of("cp932", Bytes.utf8("番号"))).isEqualTo(FileCharset.WINDOWS_31J);
    }

    @ParameterizedTest
    @ValueSource(strings = {"番号,氏名\n1,髙橋", "ascii", "", "𠮷田"})
    void bytesThatAreUtf8AreReadAsThat(String text) {
        assertThat(FileCharset.of(null, Bytes.utf8(text))).isEqualTo(FileCharset.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"番号,氏名\n1,髙橋", "ﾃｽﾄ,ﾀｶﾊｼ ﾊﾅｺ,東京", "①㈱～－"})
    void bytesThatAreNotUtf8AreReadAsWindows31j(String text) {
        assertThat(FileCharset.of(null, Bytes.windows31j(text))).isEqualTo(FileCharset.WINDOWS_31J);
    }

    @Test
    void oneBrokenByteDoesNotTurnAUtf8FileIntoAnother() {
        byte[] head = Bytes.join(Bytes.utf8("個人番号,漢字氏名,住所\n1,髙橋"), Bytes.hex("e9"), Bytes.utf8(",東京都千代田区\n"));

        assertThat(FileCharset.of(null, head)).isEqualTo(FileCharset.UTF_8);
    }

    @Test
    void aCharacterThatTheHeadCutsInTwoIsNoDamage() {
        byte[] head = Bytes.utf8("髙橋");

        assertThat(FileCharset.of(null, Arrays.copyOf(head, head.length - 1))).isEqualTo(FileCharset.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"feff", "fffe4100"})
    void utf16IsRefused(String bytes) {
        assertUnsupported(() -> FileCharset.of(null, Bytes.hex(bytes)));
    }

    @Test
    void anotherDeclaredCharsetIsRefused() {
        assertUnsupported(() -> FileCharset.of("EUC-JP", Bytes.utf8("a")));
    }

    /** What Java's Shift_JIS would read otherwise or not at all. */
    @ParameterizedTest
    @CsvSource({
        "8160, ～",
        "817C, －",
        "8161, ∥",
        "FBFC, 髙",
        "FAB1, 﨑",
        "8740, ①",
        "8756, Ⅲ",
        "878A, ㈱",
        "C3BDC4, ﾃｽﾄ",
        "CADF, ﾊﾟ"
    })
    void windows31jIsReadAsWindowsWritesIt(String bytes, String text) {
        assertThat(new RecordDecoder(FileCharset.WINDOWS_31J).decode(Bytes.hex(bytes)))
                .contains(text);
    }

    @ParameterizedTest
    @CsvSource({"E3809C, 〜", "EFBD9E, ～", "E28892, −", "EFBC8D, －", "F0A0AEB7, 𠮷"})
    void utf8KeepsApartWhatShiftJisMixes(String bytes, String text) {
        assertThat(new RecordDecoder(FileCharset.UTF_8).decode(Bytes.hex(bytes)))
                .contains(text);
    }

    @ParameterizedTest
    @CsvSource({
        "WINDOWS_31J, 4183, A\\x83",
        "WINDOWS_31J, 8341FF8341, ア\\xFFア",
        "WINDOWS_31J, 83FD41, \\x83\\xFDA",
        "UTF_8, 41E9AB, A\\xE9\\xAB",
        "UTF_8, 41E9AB42, A\\xE9\\xABB",
        "UTF_8, C080, \\xC0\\x80",
        "UTF_8, EDA080, \\xED\\xA0\\x80",
    })
    void bytesThatAreNoCharacterAreShownAndNeverReplaced(FileCharset charset, String bytes, String shown) {
        RecordDecoder decoder = new RecordDecoder(charset);

        assertThat(decoder.decode(Bytes.hex(bytes))).isEmpty();
        assertThat(decoder.shown(Bytes.hex(bytes))).isEqualTo(shown);
        assertThat(decoder.decode(Bytes.utf8("ok"))).contains("ok");
    }

    @Property
    void whatCanBeWrittenInAnEncodingIsReadBack(@ForAll FileCharset charset, @ForAll("japanese") String text) {
        byte[] bytes = text.getBytes(charset.charset());

        assertThat(new RecordDecoder(charset).decode(bytes)).contains(text);
        assertThat(new RecordDecoder(charset).shown(bytes)).isEqualTo(text);
    }

    @Property
    void anyBytesAreEitherDecodedOrShownInAscii(@ForAll FileCharset charset, @ForAll byte[] bytes) {
        RecordDecoder decoder = new RecordDecoder(charset);
        Optional<String> text = decoder.decode(bytes);

        assertThat(decoder.shown(bytes)).doesNotContain("\uFFFD");
        text.ifPresent(decoded -> assertThat(decoder.shown(bytes)).isEqualTo(decoded));
        if (charset == FileCharset.UTF_8) {
            text.ifPresent(decoded ->
                    assertThat(decoded.getBytes(StandardCharsets.UTF_8)).isEqualTo(bytes));
        }
    }

    @Provide
    Arbitrary<String> japanese() {
        return Arbitraries.strings()
                .withChars("髙﨑①Ⅲ㈱～－∥ﾃｽﾄｱﾞ,\"\n")
                .withCharRange('ぁ', 'ん')
                .withCharRange('ァ', 'ヶ')
                .withCharRange('Ａ', 'Ｚ')
                .withCharRange(' ', 'Z')
                .ofMaxLength(40);
    }

    private static void assertUnsupported(Runnable reading) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(reading::run)
                .satisfies(e -> assertThat(e.type()).isEqualTo(ProblemType.FILE_CHARSET_UNSUPPORTED));
    }
}
