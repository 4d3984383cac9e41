package jp.shikaku.contracts.oqs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;

import jp.shikaku.contracts.confirmation.PrescriptionForm;

/**
 * Writes answer documents, piece by piece: header, then what was found out, then the end. A bulk inquiry need not fit into
 * memory.
 */
public final class OqsResponseWriter {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

    /** 被保険者証情報 (OQSCD002): all that is asked about here. */
    private static final String BY_CARD = "2";

    /** OQSCD004. */
    private static final String NORMAL = "1";

    private static final String ERROR = "2";

    /** Of our own codes the one that says: no failure, there is something to be read. */
    private static final String NOTICE = "SKN001";

    private final OqsXml xml;
    private final OqsCharset charset;
    private final LocalDate day;

    private OqsResponseWriter(OutputStream out, OqsCharset charset, LocalDate day) throws IOException {
        this.xml = new OqsXml(out, charset);
        this.charset = charset;
        this.day = day;
    }

    /** A document that says what became of a request as a whole, and no more. */
    public static byte[] document(OqsCharset charset, OqsResponseHeader header) {
        return toBytes(charset, header, writer -> writer.status(header.segment()));
    }

    /** A document about one card. */
    public static byte[] document(OqsCharset charset, OqsResponseHeader header, CardResult result) {
        return toBytes(charset, header, writer -> writer.single(result));
    }

    private interface Body {
        void write(OqsResponseWriter writer) throws IOException;
    }

    private static byte[] toBytes(OqsCharset charset, OqsResponseHeader header, Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            OqsResponseWriter writer = begin(bytes, charset, header);
            body.write(writer);
            writer.end();
        } catch (IOException e) {
            throw new UncheckedIOException("memory can be written to", e);
        }
        return bytes.toByteArray();
    }

    /** Begins a document about a bulk inquiry: then {@link #unit} for each card, then {@link #end}. */
    public static OqsResponseWriter begin(OutputStream out, OqsCharset charset, OqsResponseHeader header)
            throws IOException {
        OqsResponseWriter writer = new OqsResponseWriter(out, charset, header.confirmationDate());
        writer.xml.open("XmlMsg");
        writer.header(header);
        writer.xml.open("MessageBody");
        return writer;
    }

    /** Does not close what it was written to. */
    public void end() throws IOException {
        xml.close();
        xml.close();
        xml.flush();
    }

    private void header(OqsResponseHeader header) throws IOException {
        xml.open("MessageHeader");
        xml.element("ProcessExecutionTime", header.executedAt().format(MOMENT));
        xml.element("QualificationConfirmationDate", date(header.confirmationDate()));
        xml.element("MedicalInstitutionCode", header.institutionCode());
        xml.element("ArbitraryFileIdentifier", header.fileIdentifier());
        if (header.bulk() == null) {
            xml.element("ReferenceClassification", BY_CARD);
        } else {
            xml.element("ReceptionNumber", header.bulk().receptionNumber());
        }
        xml.element("SegmentOfResult", header.segment().code());
        if (header.fault() != null) {
            xml.element("ErrorCode", header.fault().code());
            xml.element("ErrorMessage", header.fault().message().ja());
        }
        if (header.bulk() != null && header.bulk().counts() != null) {
            xml.element(
                    "NumberOfProcessingResult", number(header.bulk().counts().all()));
            xml.element(
                    "NumberOfNormalProcessing", number(header.bulk().counts().normal()));
            xml.element("NumberOfError", number(header.bulk().counts().errors()));
        }
        xml.element("CharacterCodeIdentifier", charset.identifier());
        xml.close();
    }

    /** Clients read it even where there is no card to speak of. */
    private void status(SegmentOfResult segment) throws IOException {
        xml.element("ProcessingResultStatus", segment == SegmentOfResult.ABNORMAL ? ERROR : NORMAL);
    }

    private void single(CardResult result) throws IOException {
        result(result);
        if (result instanceof CardResult.Answered answered) {
            xml.element("PrescriptionIssueSelect", prescription(answered.prescription()));
            if (answered.coverage() != null) {
                xml.open("ResultList");
                new CoverageElement(xml).write(answered.coverage(), day);
                xml.close();
            }
        }
    }

    /** The answer about one card of a bulk inquiry. */
    public void unit(SearchInfo asked, CardResult result) throws IOException {
        xml.open("BulkConfirmUnit");
        xml.open("QualificationConfirmSearchInfo");
        xml.element("InsurerNumber", asked.insurerNumber());
        xml.element("InsuredCardSymbol", asked.symbol());
        xml.element("InsuredIdentificationNumber", asked.number());
        xml.element("InsuredBranchNumber", asked.branch());
        xml.element("Birthdate", asked.birthdate());
        xml.element("LimitApplicationCertificateRelatedConsFlg", asked.consentFlag());
        xml.element("ArbitraryIdentifier", asked.identifier());
        xml.close();
        result(result);
        if (result instanceof CardResult.Answered answered) {
            xml.element("PrescriptionIssueSelect", prescription(answered.prescription()));
            if (answered.coverage() != null) {
                new CoverageElement(xml).write(answered.coverage(), day);
            }
        }
        xml.close();
    }

    private void result(CardResult result) throws IOException {
        if (result instanceof CardResult.Answered answered) {
            xml.element("ProcessingResultStatus", NORMAL);
            if (answered.notice() != null) {
                xml.element("ProcessingResultCode", NOTICE);
                xml.element("ProcessingResultMessage", answered.notice());
            }
            xml.element("QualificationValidity", number(answered.validity().code()));
        } else if (result instanceof CardResult.Refused refused) {
            xml.element("ProcessingResultStatus", ERROR);
            xml.element("ProcessingResultCode", refused.faults().get(0).code());
            xml.element(
                    "ProcessingResultMessage",
                    refused.faults().stream().map(fault -> fault.message().ja()).collect(Collectors.joining(" ")));
        }
    }

    /** OQSCD017. */
    private static String prescription(PrescriptionForm form) {
        return switch (form) {
            case ELECTRONIC -> "1";
            case PAPER -> "2";
        };
    }

    private static String number(int number) {
        return Integer.toString(number);
    }

    static String date(LocalDate date) {
        return date == null ? null : date.format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
