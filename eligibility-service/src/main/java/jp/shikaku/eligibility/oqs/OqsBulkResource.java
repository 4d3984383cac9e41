package jp.shikaku.eligibility.oqs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import io.smallrye.common.annotation.Blocking;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jp.shikaku.contracts.number.InstitutionCode;
import jp.shikaku.contracts.oqs.OqsException;
import jp.shikaku.contracts.oqs.OqsExchange;
import jp.shikaku.contracts.oqs.OqsFault;
import jp.shikaku.contracts.oqs.OqsLimits;
import jp.shikaku.contracts.oqs.OqsRequestHeader;
import jp.shikaku.contracts.oqs.OqsRequestReader;
import jp.shikaku.contracts.oqs.OqsRequestSink;
import jp.shikaku.contracts.oqs.OqsResponseHeader;
import jp.shikaku.contracts.oqs.OqsSource;
import jp.shikaku.contracts.oqs.SegmentOfResult;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.eligibility.audit.Looker;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.problem.Outage;
import jp.shikaku.kit.request.IdempotencyKey;
import jp.shikaku.kit.request.RequestId;

/** Many cards asked about in XML: handed in, worked on in the background, and fetched by their reception number. */
@Path("/oqs")
@Tag(name = "oqs")
@Consumes({MediaType.APPLICATION_XML, MediaType.TEXT_XML})
@Produces(MediaType.APPLICATION_XML)
@Blocking
public class OqsBulkResource {

    private final OqsBulkIntake intake;
    private final OqsBulkStore store;
    private final OqsBulkAnswer answers;
    private final OqsBulkWorker worker;
    private final Caller caller;
    private final RequestId requestId;
    private final Clock clock;

    OqsBulkResource(
            OqsBulkIntake intake,
            OqsBulkStore store,
            OqsBulkAnswer answers,
            OqsBulkWorker worker,
            Caller caller,
            RequestId requestId,
            Clock clock) {
        this.intake = intake;
        this.store = store;
        this.answers = answers;
        this.worker = worker;
        this.caller = caller;
        this.requestId = requestId;
        this.clock = clock;
    }

    @POST
    @Path("/OQSmuquc01req")
    @RolesAllowed(Roles.INSTITUTION)
    @Operation(
            operationId = "oqsUpload",
            summary =
                    "Hands in an OQSmuquc01req document about up to 10,000 cards. With an Idempotency-Key a repeated document gets the first reception number again.")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_XML, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "200",
            description = "An OQSmuquc01res document with the reception number, or with what was wrong",
            content = @Content(mediaType = MediaType.APPLICATION_XML, schema = @Schema(type = SchemaType.STRING)))
    public Response upload(@HeaderParam(IdempotencyKey.HEADER) String idempotencyKey, InputStream request)
            throws IOException {
        InstitutionCode institution = caller.institution();
        String key = idempotencyKey == null
                ? null
                : IdempotencyKey.required(idempotencyKey).value();
        OqsDocument answer = new OqsDocument(institution, clock);
        try {
            OqsBulk bulk = intake.take(request, institution, key, UUID.fromString(requestId.value()), answer);
            worker.wake();
            return answer.of(answer.header().about(new OqsResponseHeader.Bulk(bulk.receptionNumber(), null)));
        } catch (OqsException e) {
            return answer.refused(e.fault());
        } catch (RuntimeException e) {
            return refused(answer, e);
        }
    }

    @POST
    @Path("/OQSmuquc02req")
    @RolesAllowed(Roles.INSTITUTION)
    @Operation(
            operationId = "oqsDownload",
            summary = "Fetches what was found out, with an OQSmuquc02req document that names the reception number")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_XML, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "200",
            description =
                    "An OQSmuquc02res document: everything found out, or that it is still being worked on, or what was wrong",
            content = @Content(mediaType = MediaType.APPLICATION_XML, schema = @Schema(type = SchemaType.STRING)))
    public Response download(byte[] request) throws IOException {
        InstitutionCode institution = caller.institution();
        OqsDocument answer = new OqsDocument(institution, clock);
        try {
            OqsBulk.Standing standing = Waiting.forIt(store.standing(read(request, institution, answer), institution))
                    .orElseThrow(() -> new OqsException(OqsFault.RECEPTION_NUMBER_UNKNOWN));
            answer.about(standing.bulk());
            return standing.answered() ? whole(standing, answer) : answer.of(stillWorking(standing, answer));
        } catch (OqsException e) {
            return answer.refused(e.fault());
        } catch (RuntimeException e) {
            return refused(answer, e);
        }
    }

    private Response whole(OqsBulk.Standing standing, OqsDocument answer) throws IOException {
        Looker looker = Looker.institution(standing.bulk().institution(), requestId.value());
        InputStream document = answers.write(standing, answer, looker);
        StreamingOutput sending = out -> {
            try (document) {
                document.transferTo(out);
            }
        };
        return Response.ok(sending).type(answer.mediaType()).build();
    }

    private static OqsResponseHeader stillWorking(OqsBulk.Standing standing, OqsDocument answer) {
        return answer.header()
                .about(new OqsResponseHeader.Bulk(standing.bulk().receptionNumber(), null))
                .but(SegmentOfResult.PROCESSING, OqsFault.STILL_WORKING);
    }

    private static Response refused(OqsDocument answer, RuntimeException failure) {
        if (failure instanceof ProblemException problem) {
            return answer.refused(problem);
        }
        if (Outage.isOutage(failure)) {
            return answer.refused(ProblemType.UNDETERMINED.exception());
        }
        throw failure;
    }

    /** The reception number that {@code request} names. */
    private static String read(byte[] request, InstitutionCode institution, OqsDocument answer) throws IOException {
        OqsLimits limits = OqsLimits.single();
        Download download = new Download(institution, answer);
        OqsSource source = OqsSource.open(new ByteArrayInputStream(request), limits.bytes());
        answer.encodedIn(source.charset());
        OqsRequestReader.read(source, OqsExchange.BULK_DOWNLOAD, limits, download);
        return download.receptionNumber;
    }

    private static final class Download implements OqsRequestSink {

        private final InstitutionCode institution;
        private final OqsDocument answer;
        private String receptionNumber = "";

        private Download(InstitutionCode institution, OqsDocument answer) {
            this.institution = institution;
            this.answer = answer;
        }

        @Override
        public void header(OqsRequestHeader header) {
            answer.about(OqsHeaderCheck.of(header, institution));
        }

        @Override
        public void receptionNumber(String number) {
            receptionNumber = number.strip();
        }
    }
}
