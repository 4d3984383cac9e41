package jp.shikaku.contracts.oqs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OqsRequestReaderTest {

    private static final String HEADER =
            """
            <MessageHeader>
              <MedicalInstitutionCode>1319999999</MedicalInstitutionCode>
              <QualificationConfirmationDate>20260401</QualificationConfirmationDate>
              <ArbitraryFileIdentifier>A0001</ArbitraryFileIdentifier>
            </MessageHeader>
            """;

    private static final String CARD =
            """
            <QualificationConfirmSearchInfo>
              <InsurerNumber>  138057</InsurerNumber>
              <InsuredCardSymbol>髙－１２</InsuredCardSymbol>
              <InsuredIdentificationNumber>4567</InsuredIdentificationNumber>
              <InsuredBranchNumber>00</InsuredBranchNumber>
              <Birthdate>19900115</Birthdate>
              <LimitApplicationCertificateRelatedConsFlg>0</LimitApplicationCertificateRelatedConsFlg>
              <ArbitraryIdentifier>p-1</ArbitraryIdentifier>
            </QualificationConfirmSearchInfo>
            """;

    private final Seen seen = new Seen();

    private static final class Seen implements OqsRequestSink {

        private OqsRequestHeader header;
        private final List<SearchInfo> cards = new ArrayList<>();
        private String receptionNumber;

        @Override
        public void header(OqsRequestHeader read) {
            header = read;
        }

        @Override
        public void card(SearchInfo card) {
            assertThat(header).as("the header comes first").isNotNull();
            cards.add(card);
        }

        @Override
        public void receptionNumber(String number) {
            receptionNumber = number;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Shift_JIS,windows-31j",
        "Windows-31J,windows-31j",
        "UTF-8,UTF-8",
        "utf-8,UTF-8",
    })
    void requestIsReadInTheEncodingItDeclares(String declared, String charset) throws IOException {
        byte[] bytes = document(declared, HEADER, CARD).getBytes(Charset.forName(charset));

        OqsCharset read = read(bytes, OqsExchange.SINGLE, OqsLimits.single());

        assertThat(read.charset()).isEqualTo(Charset.forName(charset));
        assertThat(seen.header).isEqualTo(new OqsRequestHeader("1319999999", "20260401", "A0001"));
        assertThat(seen.cards)
                .containsExactly(new SearchInfo("  138057", "髙－１２", "4567", "00", "19900115", "0", "p-1"));
    }

    @Test
    void withoutADeclarationItIsUtf8AndAMarkAtTheStartIsNoPartOfIt() throws IOException {
        String document = "\uFEFF<XmlMsg>" + HEADER + "<MessageBody>" + CARD + "</MessageBody></XmlMsg>";

        assertThat(read(document.getBytes(StandardCharsets.UTF_8), OqsExchange.SINGLE, OqsLimits.single()))
                .isEqualTo(OqsCharset.UTF_8);
        assertThat(seen.cards).hasSize(1);
    }

    @Test
    void whatIsMissingIsNull() {
        read(
                "<XmlMsg><MessageHeader/><MessageBody><QualificationConfirmSearchInfo/></MessageBody></XmlMsg>",
                OqsExchange.SINGLE);

        assertThat(seen.header).isEqualTo(new OqsRequestHeader(null, null, null));
        assertThat(seen.cards).containsExactly(new SearchInfo(null, null, null, null, null, null, null));
    }

    @Test
    void elementsThatAreNotKnownArePassedOver() {
        read(
                document(
                        "UTF-8",
                        HEADER.replace("</MessageHeader>", "<Later><Deeper>x</Deeper></Later></MessageHeader>"),
                        "<!-- a note --><New>y</New>" + CARD + "<?pi z?>"),
                OqsExchange.SINGLE);

        assertThat(seen.cards).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s%s%s", "<List>%s%s%s</List>", "<Unit>%s</Unit><Unit>%s</Unit><Unit>%s</Unit>"})
    void bulkInquiryMayListItsCardsAnyway(String list) {
        read(document("UTF-8", HEADER, list.formatted(CARD, CARD, CARD)), OqsExchange.BULK_UPLOAD);

        assertThat(seen.cards).hasSize(3);
    }

    @Test
    void downloadNamesItsReceptionNumber() {
        read(
                document("UTF-8", HEADER, "<ReceptionNumber>202604010000000001</ReceptionNumber>"),
                OqsExchange.BULK_DOWNLOAD);

        assertThat(seen.receptionNumber).isEqualTo("202604010000000001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE XmlMsg [<!ENTITY a \"x\">]>",
                "<!DOCTYPE XmlMsg SYSTEM \"file:///etc/passwd\">",
                "<!DOCTYPE XmlMsg PUBLIC \"a\" \"http://127.0.0.1:1/x.dtd\">",
                "<!DOCTYPE XmlMsg [<!ENTITY % a SYSTEM \"file:///etc/passwd\"> %a;]>",
            })
    void doctypeIsRefusedAndNothingOfItFetched(String doctype) {
        refused(doctype + "<XmlMsg>" + HEADER + "<MessageBody>" + CARD + "</MessageBody></XmlMsg>", OqsFault.DTD);
    }

    @Test
    void billionLaughsAreRefusedBeforeTheFirst() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE XmlMsg [<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 10; i++) {
            laughs.append("<!ENTITY l" + i + " \"" + ("&l" + (i - 1) + ";").repeat(10) + "\">");
        }
        refused(laughs + "]><XmlMsg>&l9;</XmlMsg>", OqsFault.DTD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "{\"number\": 1}",
                "<XmlMsg>",
                "<XmlMsg></XmlMs>",
                "<XmlMsg><MessageHeader/><MessageBody>&nbsp;</MessageBody></XmlMsg>",
                "<XmlMsg a=1/>",
            })
    void whatIsNoXmlIsRefused(String document) {
        assertThatThrownBy(() -> read(document, OqsExchange.SINGLE))
                .isInstanceOf(OqsException.class)
                .extracting(e -> ((OqsException) e).fault())
                .isIn(OqsFault.XML_MALFORMED, OqsFault.DTD);
    }

    @Test
    void documentThatIsCutOffOrGoesOnIsRefused() {
        String whole = document("UTF-8", HEADER, CARD);

        refused(whole.substring(0, whole.length() - 10), OqsFault.XML_MALFORMED);
        refused(whole + "<More/>", OqsFault.XML_MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Other/>",
                "<XmlMsg/>",
                "<XmlMsg><MessageBody/><MessageHeader/></XmlMsg>",
                "<XmlMsg><MessageHeader/></XmlMsg>",
                "<XmlMsg><MessageHeader/><MessageHeader/><MessageBody/></XmlMsg>",
                "<XmlMsg><MessageHeader/><MessageBody/><MessageBody/></XmlMsg>",
                "<XmlMsg><MessageHeader><ArbitraryFileIdentifier>1</ArbitraryFileIdentifier>"
                        + "<ArbitraryFileIdentifier>2</ArbitraryFileIdentifier></MessageHeader><MessageBody/></XmlMsg>",
            })
    void anotherDocumentIsRefused(String document) {
        refused(document, OqsFault.NOT_THIS_REQUEST);
    }

    @Test
    void documentWithoutACardIsRefusedAndSoIsOneWithTooMany() {
        refused(document("UTF-8", HEADER, ""), OqsFault.NO_CARD);
        refused(document("UTF-8", HEADER, CARD + CARD), OqsFault.TOO_MANY_CARDS);
    }

    @Test
    void boundsHoldOnBytesDepthElementsAndValues() {
        refused(document("UTF-8", HEADER, CARD + " ".repeat(70_000)), OqsFault.TOO_LARGE);
        refused(document("UTF-8", HEADER, "<a>".repeat(7) + "</a>".repeat(7) + CARD), OqsFault.TOO_LARGE);
        refused(document("UTF-8", HEADER, "<a/>".repeat(101) + CARD), OqsFault.TOO_LARGE);
        refused(document("UTF-8", HEADER, CARD.replace("4567", "1".repeat(1025))), OqsFault.TOO_LARGE);
        refused(document("UTF-8", HEADER, CARD.replace("4567", "<a>".repeat(10_000))), OqsFault.TOO_LARGE);
    }

    @Test
    void charsetsThatAreNotSpokenAreRefused() {
        refused(document("UTF-16", HEADER, CARD).getBytes(StandardCharsets.UTF_16), OqsFault.CHARSET);
        refused(document("EUC-JP", HEADER, CARD).getBytes(StandardCharsets.UTF_8), OqsFault.CHARSET);
    }

    @Test
    void bytesThatAreNoCharactersAreRefusedAndNotReplaced() {
        byte[] shiftJisCalledUtf8 = document("UTF-8", HEADER, CARD).getBytes(Charset.forName("windows-31j"));
        refused(shiftJisCalledUtf8, OqsFault.UNDECODABLE);
        byte[] cutCharacter = document("Shift_JIS", HEADER, CARD.replace("－", "X"))
                .replace("髙X", "\u0081")
                .getBytes(StandardCharsets.ISO_8859_1);
        cutCharacter[new String(cutCharacter, StandardCharsets.ISO_8859_1).indexOf('\u0081') + 1] = ' ';
        refused(cutCharacter, OqsFault.UNDECODABLE);
    }

    @Test
    void refusalSaysNothingOfWhatWasSent() {
        assertThatThrownBy(() -> read(document("UTF-8", HEADER, CARD.replace("</Birthdate>", "")), OqsExchange.SINGLE))
                .hasMessageNotContaining("4567")
                .hasMessageNotContaining("1990")
                .hasNoCause();
        assertThat(new SearchInfo("06139992", "s", "n-4567", "00", "19900115", "0", "p").toString())
                .doesNotContain("4567")
                .doesNotContain("1990");
    }

    private static String document(String encoding, String header, String body) {
        return "<?xml version=\"1.0\" encoding=\"" + encoding + "\" standalone=\"no\"?>\r\n<XmlMsg>" + header
                + "<MessageBody>" + body + "</MessageBody></XmlMsg>\r\n";
    }

    private void refused(String document, OqsFault fault) {
        refused(document.getBytes(StandardCharsets.UTF_8), fault);
    }

    private void refused(byte[] document, OqsFault fault) {
        assertThatThrownBy(() -> read(document, OqsExchange.SINGLE, OqsLimits.single()))
                .isInstanceOf(OqsException.class)
                .extracting(e -> ((OqsException) e).fault())
                .isEqualTo(fault);
    }

    private void read(String document, OqsExchange exchange) {
        try {
            read(document.getBytes(StandardCharsets.UTF_8), exchange, OqsLimits.of(exchange));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private OqsCharset read(byte[] document, OqsExchange exchange, OqsLimits limits) throws IOException {
        OqsSource source = OqsSource.open(new ByteArrayInputStream(document), limits.bytes());
        OqsRequestReader.read(source, exchange, limits, seen);
        return source.charset();
    }
}
