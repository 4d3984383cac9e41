package jp.shikaku.kit.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

import jp.shikaku.kit.file.RawRecord.Shape;

import static org.assertj.core.api.Assertions.assertThat;

class RecordSplitterTest {

    @Test
    void linesEndWithCrLfOrEitherAlone() throws IOException {
        assertThat(split("a,b\r\nc,d\ne,f\rg,h"))
                .extracting(RecordSplitterTest::text)
                .containsExactly("a,b", "c,d", "e,f", "g,h");
    }

    @Test
    void emptyLinesArePassedOverAndCounted() throws IOException {
        assertThat(split("a\r\n\r\n\nb\n\n")).extracting(raw -> raw.at().line()).containsExactly(1L, 4L);
    }

    @Test
    void aLineBreakWithinQuotesBelongsToTheValueAndIsCounted() throws IOException {
        List<RawRecord> records = split("1,\"a\r\nb\"\r\n2,c");

        assertThat(records).extracting(RecordSplitterTest::text).containsExactly("1,\"a\r\nb\"", "2,c");
        assertThat(records).extracting(raw -> raw.at().line()).containsExactly(1L, 3L);
    }

    @Test
    void aQuoteThatIsNotClosedCostsItsOwnLineOnly() throws IOException {
        List<RawRecord> records = split("1,a\n2,\"b\n3,c\n4,\"d\"\n5,e\n");

        assertThat(records)
                .extracting(RecordSplitterTest::text)
                .containsExactly("1,a", "2,\"b", "3,c", "4,\"d\"", "5,e");
        assertThat(records)
                .extracting(RawRecord::shape)
                .containsExactly(Shape.WHOLE, Shape.QUOTES_WRONG, Shape.WHOLE, Shape.WHOLE, Shape.WHOLE);
    }

    @Test
    void aQuoteThatIsNotClosedInTheLastLineIsNoticed() throws IOException {
        assertThat(split("1,a\n2,\"b")).extracting(RawRecord::shape).containsExactly(Shape.WHOLE, Shape.QUOTES_WRONG);
    }

    @Test
    void nothingFollowsAClosedQuoteButTheNextColumn() throws IOException {
        assertThat(split("1,\"a\"b,c\n2,d"))
                .extracting(RawRecord::shape)
                .containsExactly(Shape.QUOTES_WRONG, Shape.WHOLE);
    }

    @Test
    void aQuoteWithinAValueWithoutQuotesIsACharacter() throws IOException {
        assertThat(split("5\"x,b\nc")).extracting(RecordSplitterTest::text).containsExactly("5\"x,b", "c");
    }

    @Test
    void aLineThatIsTooLongIsShownByItsBeginningAndSkipped() throws IOException {
        List<RawRecord> records = split("1,a\n" + "x".repeat(1_000_000) + "\n3,c");

        assertThat(records).extracting(RawRecord::shape).containsExactly(Shape.WHOLE, Shape.TOO_LONG, Shape.WHOLE);
        assertThat(records.get(1).bytes()).hasSize(1024);
        assertThat(records.get(2).at()).isEqualTo(new Position(1_000_005, 3));
    }

    @Test
    void aFileThatIsOneQuoteIsReadLineByLineInReasonableTime() throws IOException {
        String file = "1,\"\n" + "2,b\n".repeat(200_000);

        assertThat(split(file)).hasSize(200_001);
    }

    @Test
    void theMarkOfAFileThatWasJoinedToAnotherIsPassedOver() throws IOException {
        List<RawRecord> records = split("a,b\n\uFEFF\"c\nd\",e\n\r\n\uFEFFf,g");

        assertThat(records).extracting(RecordSplitterTest::text).containsExactly("a,b", "\"c\nd\",e", "f,g");
        assertThat(records).extracting(raw -> raw.at().line()).containsExactly(1L, 2L, 5L);
        assertThat(records.get(1).at().offset()).isEqualTo(7);
    }

    @Test
    void halfAMarkIsNone() throws IOException {
        List<RawRecord> records =
                split(new ByteArrayInputStream(new byte[] {(byte) 0xEF, (byte) 0xBB, 'a', '\n', 'b'}));

        assertThat(records).extracting(raw -> raw.bytes().length).containsExactly(3, 1);
    }

    @Test
    void quotesMeanNothingInNdjson() throws IOException {
        RecordSplitter splitter = new RecordSplitter(
                new ByteArrayInputStream("\"a\nb\"".getBytes(StandardCharsets.UTF_8)),
                Position.START,
                FileFormat.NDJSON);

        assertThat(text(splitter.next().orElseThrow())).isEqualTo("\"a");
        assertThat(text(splitter.next().orElseThrow())).isEqualTo("b\"");
    }

    @Property(tries = 2000)
    void readsWhatALibraryReads(@ForAll("tables") List<List<String>> table, @ForAll("lineEnds") String lineEnd)
            throws IOException {
        StringBuilder file = new StringBuilder();
        table.forEach(row -> file.append(String.join(",", row)).append(lineEnd));

        List<List<String>> ours = split(file.toString()).stream()
                .map(raw -> CsvFields.of(text(raw)))
                .toList();

        assertThat(ours).isEqualTo(asTheLibraryReadsIt(file.toString()));
    }

    @Property(tries = 2000)
    void everyByteIsInOneRecordOrALineEndHoweverTheFileArrives(@ForAll("mess") String file) throws IOException {
        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        List<RawRecord> records = split(new Trickle(bytes));

        long until = 0;
        for (RawRecord raw : records) {
            assertThat(file.substring((int) until, (int) raw.at().offset())).matches("[\r\n]*");
            until = raw.at().offset() + raw.bytes().length;
        }
        assertThat(file.substring((int) until)).matches("[\r\n]*");
        assertThat(split(file)).usingRecursiveComparison().isEqualTo(records);
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> bare = Arbitraries.strings().withChars("ab1 髙①\t;").ofMaxLength(4);
        Arbitrary<String> quoted = Arbitraries.strings()
                .withChars("a髙,\"\n\r ")
                .ofMaxLength(6)
                .map(value -> '"' + value.replace("\"", "\"\"") + '"');
        // A line without anything is passed over by both, so a row has at least two values.
        return Arbitraries.oneOf(bare, quoted)
                .list()
                .ofMinSize(2)
                .ofMaxSize(4)
                .list()
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<String> lineEnds() {
        return Arbitraries.of("\n", "\r\n", "\r");
    }

    @Provide
    Arbitrary<String> mess() {
        return Arbitraries.strings().withChars("a,\"\n\r").ofMaxLength(30);
    }

    private static List<List<String>> asTheLibraryReadsIt(String file) throws IOException {
        CSVFormat format = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();
        try (CSVParser parser = CSVParser.parse(file, format)) {
            return parser.stream().map(CSVRecord::toList).toList();
        }
    }

    private static String text(RawRecord raw) {
        return new String(raw.bytes(), StandardCharsets.UTF_8);
    }

    private static List<RawRecord> split(String file) throws IOException {
        return split(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<RawRecord> split(InputStream in) throws IOException {
        RecordSplitter splitter = new RecordSplitter(in, Position.START, FileFormat.CSV);
        List<RawRecord> records = new ArrayList<>();
        for (Optional<RawRecord> raw = splitter.next(); raw.isPresent(); raw = splitter.next()) {
            records.add(raw.get());
        }
        return records;
    }

    /** Gives one byte at a time, as a slow line does. */
    private static final class Trickle extends InputStream {

        private final InputStream whole;

        Trickle(byte[] bytes) {
            whole = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() throws IOException {
            return whole.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return whole.read(into, offset, Math.min(1, length));
        }
    }
}
