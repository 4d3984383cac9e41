package jp.shikaku.contracts.oqs;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

import jp.shikaku.contracts.confirmation.PrescriptionForm;
import jp.shikaku.contracts.confirmation.ShownCoverage;
import jp.shikaku.contracts.coverage.Validity;

import static org.assertj.core.api.Assertions.assertThat;

class OqsResponseWriterTest {

    private static final OqsResponseHeader HEADER = OqsResponseHeader.normal(
            LocalDateTime.of(2026, 4, 1, 9, 5, 7), LocalDate.of(2026, 4, 1), "1319999999", "A0001");

    private static final OqsResponseHeader.Bulk RECEPTION = new OqsResponseHeader.Bulk("202604010000000001", null);

    @Test
    void answerHasTheElementsThatClientsRead() throws Exception {
        byte[] document = OqsResponseWriter.document(OqsCharset.UTF_8, HEADER, answered(Coverages.hanako()));

        assertThat(new String(document, StandardCharsets.UTF_8))
                .isEqualToNormalizingNewlines(
                        """
                        <?xml version="1.0" encoding="UTF-8" standalone="no"?>
                        <XmlMsg>
                          <MessageHeader>
                            <ProcessExecutionTime>20260401090507</ProcessExecutionTime>
                            <QualificationConfirmationDate>20260401</QualificationConfirmationDate>
                            <MedicalInstitutionCode>1319999999</MedicalInstitutionCode>
                            <ArbitraryFileIdentifier>A0001</ArbitraryFileIdentifier>
                            <ReferenceClassification>2</ReferenceClassification>
                            <SegmentOfResult>1</SegmentOfResult>
                            <CharacterCodeIdentifier>0</CharacterCodeIdentifier>
                          </MessageHeader>
                          <MessageBody>
                            <ProcessingResultStatus>1</ProcessingResultStatus>
                            <ProcessingResultCode>SKN001</ProcessingResultCode>
                            <ProcessingResultMessage>照会番号 0000</ProcessingResultMessage>
                            <QualificationValidity>1</QualificationValidity>
                            <PrescriptionIssueSelect>1</PrescriptionIssueSelect>
                            <ResultList>
                              <ResultOfQualificationConfirmation>
                                <InsuredCardClassification>01</InsuredCardClassification>
                                <InsurerNumber>  138057</InsurerNumber>
                                <InsuredCardSymbol>見本</InsuredCardSymbol>
                                <InsuredIdentificationNumber>4567</InsuredIdentificationNumber>
                                <InsuredBranchNumber>00</InsuredBranchNumber>
                                <PersonalFamilyClassification>1</PersonalFamilyClassification>
                                <Name>見本　花子</Name>
                                <NameOfOther>見本　ハナ</NameOfOther>
                                <NameKana>ﾐﾎﾝ ﾊﾅｺ</NameKana>
                                <NameOfOtherKana>ﾐﾎﾝ ﾊﾅ</NameOfOtherKana>
                                <Sex1>2</Sex1>
                                <Sex2>3</Sex2>
                                <Birthdate>19900115</Birthdate>
                                <Address>東京都千代田区霞が関一丁目２番２号</Address>
                                <PostNumber>100-0013</PostNumber>
                                <QualificationDate>20250401</QualificationDate>
                                <InsuredCertificateIssuanceDate>20250402</InsuredCertificateIssuanceDate>
                                <InsuredCardValidDate>20250401</InsuredCardValidDate>
                                <InsuredCardExpirationDate>20300331</InsuredCardExpirationDate>
                                <InsuredPartialContributionRatio>030</InsuredPartialContributionRatio>
                                <InsurerName>国民健康保険</InsurerName>
                              </ResultOfQualificationConfirmation>
                            </ResultList>
                          </MessageBody>
                        </XmlMsg>
                        """);
        parse(document);
    }

    @Test
    void shiftJisIsWhatWindowsCallsThatAndSaysSo() throws Exception {
        byte[] document = OqsResponseWriter.document(
                OqsCharset.SHIFT_JIS, HEADER, answered(Coverages.named("髙﨑　𠮷子", "タカサキ　ヨシコ")));

        String text = new String(document, Charset.forName("windows-31j"));
        assertThat(text)
                .startsWith("<?xml version=\"1.0\" encoding=\"Shift_JIS\" standalone=\"no\"?>")
                .contains("<CharacterCodeIdentifier>1</CharacterCodeIdentifier>")
                .contains("<Name>髙﨑　●子</Name>")
                .contains("<NameKana>ﾀｶｻｷ ﾖｼｺ</NameKana>");
    }

    @Test
    void utf8KeepsEveryCharacter() {
        byte[] document = OqsResponseWriter.document(
                OqsCharset.UTF_8, HEADER, answered(Coverages.named("葛\uDB40\uDD00 𠮷子", "カツ")));

        assertThat(new String(document, StandardCharsets.UTF_8)).contains("<Name>葛\uDB40\uDD00 𠮷子</Name>");
    }

    @Test
    void whatIsWrittenIsXmlWhateverTheValueHolds() throws Exception {
        String nasty = "]]> <Name>&\"' \u0000\u0001\uFFFE";

        byte[] document = OqsResponseWriter.document(OqsCharset.UTF_8, HEADER, answered(Coverages.named(nasty, "カナ")));

        assertThat(parse(document).getElementsByTagName("Name").item(0).getTextContent())
                .isEqualTo("]]> <Name>&\"' ");
    }

    @Test
    void refusedDocumentSaysSoInTheFirstLayer() throws Exception {
        byte[] document = OqsResponseWriter.document(
                OqsCharset.UTF_8, HEADER.but(SegmentOfResult.ABNORMAL, OqsFault.INSTITUTION_NOT_YOURS));

        var xml = parse(document);
        assertThat(text(xml, "SegmentOfResult")).isEqualTo("9");
        assertThat(text(xml, "ErrorCode")).isEqualTo("SKF008");
        assertThat(text(xml, "ErrorMessage"))
                .isEqualTo(OqsFault.INSTITUTION_NOT_YOURS.message().ja());
        assertThat(text(xml, "ProcessingResultStatus")).isEqualTo("2");
        assertThat(xml.getElementsByTagName("QualificationValidity").getLength())
                .isZero();
    }

    @Test
    void refusedCardSaysSoInTheSecondLayerAndNamesAllThatIsWrong() throws Exception {
        var xml = parse(OqsResponseWriter.document(
                OqsCharset.UTF_8,
                HEADER,
                new CardResult.Refused(List.of(OqsFault.INSURER_NUMBER_CHECK_DIGIT, OqsFault.BIRTH_DATE))));

        assertThat(text(xml, "SegmentOfResult")).isEqualTo("1");
        assertThat(text(xml, "ProcessingResultStatus")).isEqualTo("2");
        assertThat(text(xml, "ProcessingResultCode")).isEqualTo("SKP102");
        assertThat(text(xml, "ProcessingResultMessage"))
                .contains(
                        OqsFault.INSURER_NUMBER_CHECK_DIGIT.message().ja(),
                        OqsFault.BIRTH_DATE.message().ja());
        assertThat(xml.getElementsByTagName("QualificationValidity").getLength())
                .isZero();
    }

    @Test
    void bulkAnswerHasAUnitForEachCardWithWhatWasAsked() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        var counts = new OqsResponseHeader.Bulk("202604010000000001", new OqsResponseHeader.Counts(2, 1, 1));
        OqsResponseWriter writer = OqsResponseWriter.begin(out, OqsCharset.UTF_8, HEADER.about(counts));
        writer.unit(
                new SearchInfo("  138057", "見本", "4567", null, "19900115", "0", "p-1"), answered(Coverages.hanako()));
        writer.unit(
                new SearchInfo("x", null, null, null, null, null, null),
                new CardResult.Refused(List.of(OqsFault.INSURER_NUMBER)));
        writer.end();

        var xml = parse(out.toByteArray());
        assertThat(text(xml, "ReceptionNumber")).isEqualTo("202604010000000001");
        assertThat(text(xml, "NumberOfProcessingResult")).isEqualTo("2");
        assertThat(text(xml, "NumberOfNormalProcessing")).isEqualTo("1");
        assertThat(text(xml, "NumberOfError")).isEqualTo("1");
        assertThat(xml.getElementsByTagName("BulkConfirmUnit").getLength()).isEqualTo(2);
        assertThat(text(xml, "ArbitraryIdentifier")).isEqualTo("p-1");
        assertThat(xml.getElementsByTagName("QualificationValidity").getLength())
                .isEqualTo(1);
    }

    @Test
    void unfinishedBulkInquiryIsProcessing() throws Exception {
        var xml = parse(OqsResponseWriter.document(
                OqsCharset.UTF_8, HEADER.about(RECEPTION).but(SegmentOfResult.PROCESSING, OqsFault.STILL_WORKING)));

        assertThat(text(xml, "SegmentOfResult")).isEqualTo("2");
        assertThat(text(xml, "ErrorCode")).isEqualTo("SKW001");
        assertThat(text(xml, "ProcessingResultStatus")).isEqualTo("1");
    }

    private static CardResult answered(ShownCoverage coverage) {
        return new CardResult.Answered(Validity.VALID, PrescriptionForm.ELECTRONIC, coverage, "照会番号 0000");
    }

    private static String text(Document xml, String element) {
        return xml.getElementsByTagName(element).item(0).getTextContent();
    }

    private static Document parse(byte[] document) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(document));
    }
}
