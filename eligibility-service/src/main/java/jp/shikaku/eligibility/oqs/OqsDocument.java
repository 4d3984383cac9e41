package jp.shikaku.eligibility.oqs;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import jp.shikaku.contracts.number.InstitutionCode;
import jp.shikaku.contracts.oqs.CardResult;
import jp.shikaku.contracts.oqs.OqsCharset;
import jp.shikaku.contracts.oqs.OqsFault;
import jp.shikaku.contracts.oqs.OqsResponseHeader;
import jp.shikaku.contracts.oqs.OqsResponseWriter;
import jp.shikaku.contracts.oqs.SegmentOfResult;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.time.JapanTime;

/**
 * The answer to one request document, as far as it is known while the request is being read: every refusal repeats what
 * could be read by then.
 */
final class OqsDocument {

    private static final int RETRY_AFTER_SECONDS = 2;

    private final InstitutionCode institution;
    private final Clock clock;
    private OqsCharset charset = OqsCharset.UTF_8;
    private LocalDate asOf;
    private String fileIdentifier;

    OqsDocument(InstitutionCode institution, Clock clock) {
        this.institution = institution;
        this.clock = clock;
        this.asOf = JapanTime.today(clock);
    }

    void encodedIn(OqsCharset declared) {
        charset = declared;
    }

    void about(OqsHeaderCheck header) {
        asOf = header.confirmationDate() == null ? asOf : header.confirmationDate();
        fileIdentifier = header.fileIdentifier();
    }

    /** The inquiry that is being answered: what was said when it was sent, not when it is fetched. */
    void about(OqsBulk bulk) {
        asOf = bulk.asOf();
        fileIdentifier = bulk.fileIdentifier();
    }

    OqsCharset charset() {
        return charset;
    }

    OqsResponseHeader header() {
        return OqsResponseHeader.normal(
                LocalDateTime.ofInstant(clock.instant(), JapanTime.ZONE), asOf, institution.value(), fileIdentifier);
    }

    Response of(CardResult result) {
        return xml(Response.Status.OK, OqsResponseWriter.document(charset, header(), result));
    }

    Response of(OqsResponseHeader header) {
        return xml(Response.Status.OK, OqsResponseWriter.document(charset, header));
    }

    /** A refusal is an answer too: what went wrong stands in the document, and HTTP has only carried it. */
    Response refused(OqsFault fault) {
        return of(header().but(SegmentOfResult.ABNORMAL, fault));
    }

    /**
     * What could not be found out is the one thing that HTTP says too: whoever looks at the status only must not take it for
     * an answer (R3). Every other problem stays what it is.
     */
    Response refused(ProblemException problem) {
        if (problem.type() == ProblemType.IDEMPOTENCY_KEY_REUSED) {
            return refused(OqsFault.SENT_BEFORE);
        }
        if (problem.type() != ProblemType.UNDETERMINED) {
            throw problem;
        }
        byte[] document =
                OqsResponseWriter.document(charset, header().but(SegmentOfResult.ABNORMAL, OqsFault.UNDETERMINED));
        return Response.fromResponse(xml(Response.Status.SERVICE_UNAVAILABLE, document))
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }

    /** Whether a document says this failure; every other stays a refusal of HTTP. */
    static boolean says(Throwable failure) {
        return failure instanceof ProblemException problem
                && (problem.type() == ProblemType.IDEMPOTENCY_KEY_REUSED || problem.type() == ProblemType.UNDETERMINED);
    }

    MediaType mediaType() {
        return MediaType.APPLICATION_XML_TYPE.withCharset(charset.declared());
    }

    private Response xml(Response.Status status, byte[] document) {
        return Response.status(status).entity(document).type(mediaType()).build();
    }
}
