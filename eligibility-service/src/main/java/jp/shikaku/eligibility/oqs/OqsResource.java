package jp.shikaku.eligibility.oqs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jp.shikaku.contracts.number.InstitutionCode;
import jp.shikaku.contracts.oqs.CardResult;
import jp.shikaku.contracts.oqs.OqsException;
import jp.shikaku.contracts.oqs.OqsExchange;
import jp.shikaku.contracts.oqs.OqsLimits;
import jp.shikaku.contracts.oqs.OqsRequestHeader;
import jp.shikaku.contracts.oqs.OqsRequestReader;
import jp.shikaku.contracts.oqs.OqsRequestSink;
import jp.shikaku.contracts.oqs.OqsSource;
import jp.shikaku.contracts.oqs.SearchInfo;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.eligibility.audit.Looker;
import jp.shikaku.eligibility.confirmation.Confirmations;
import jp.shikaku.eligibility.confirmation.Submission;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.request.IdempotencyKey;
import jp.shikaku.kit.request.RequestId;

/** One card asked about in XML, as receipt computers do. The same question, answer and record as at {@code /confirmations}. */
@Path("/oqs")
@Tag(name = "oqs")
@Produces(MediaType.APPLICATION_XML)
public class OqsResource {

    private final Confirmations confirmations;
    private final Caller caller;
    private final RequestId requestId;
    private final Clock clock;

    OqsResource(Confirmations confirmations, Caller caller, RequestId requestId, Clock clock) {
        this.confirmations = confirmations;
        this.caller = caller;
        this.requestId = requestId;
        this.clock = clock;
    }

    @POST
    @Path("/OQSsiquc01req")
    @Consumes({MediaType.APPLICATION_XML, MediaType.TEXT_XML})
    @RolesAllowed(Roles.INSTITUTION)
    @Operation(
            operationId = "oqsConfirm",
            summary =
                    "Asks about one card with an OQSsiquc01req document. Encoded as it declares: UTF-8, or Shift_JIS read as windows-31j.")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_XML, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "200",
            description =
                    "An OQSsiquc01res document, also when it refuses. It comes with status 503 when it says that eligibility is undetermined.",
            content = @Content(mediaType = MediaType.APPLICATION_XML, schema = @Schema(type = SchemaType.STRING)))
    public Uni<Response> single(@HeaderParam(IdempotencyKey.HEADER) String idempotencyKey, byte[] request) {
        InstitutionCode institution = caller.institution();
        OqsDocument answer = new OqsDocument(institution, clock);
        OneCard asked = new OneCard(institution, answer);
        try {
            read(request, asked, answer);
        } catch (OqsException e) {
            return Uni.createFrom().item(answer.refused(e.fault()));
        }
        return answer(asked, answer, institution, idempotencyKey);
    }

    private Uni<Response> answer(
            OneCard asked, OqsDocument answer, InstitutionCode institution, String idempotencyKey) {
        OqsQuestion read = OqsQuestion.of(
                asked.card, asked.header.confirmationDate(), asked.header.fileIdentifier(), JapanTime.today(clock));
        if (read instanceof OqsQuestion.Asked question) {
            Submission submission = Submission.of(idempotencyKey, question.request());
            Looker looker = Looker.institution(institution, requestId.value());
            return confirmations
                    .confirm(institution, question.question(), submission, looker)
                    .map(found -> answer.of(OqsAnswer.of(found)))
                    .onFailure(OqsDocument::says)
                    .recoverWithItem(failure -> answer.refused((ProblemException) failure));
        }
        OqsQuestion.Refused refused = (OqsQuestion.Refused) read;
        return Uni.createFrom().item(answer.of(new CardResult.Refused(refused.faults())));
    }

    private static void read(byte[] request, OqsRequestSink into, OqsDocument answer) {
        OqsLimits limits = OqsLimits.single();
        try {
            OqsSource source = OqsSource.open(new ByteArrayInputStream(request), limits.bytes());
            answer.encodedIn(source.charset());
            OqsRequestReader.read(source, OqsExchange.SINGLE, limits, into);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can be read", e);
        }
    }

    private final class OneCard implements OqsRequestSink {

        private final InstitutionCode institution;
        private final OqsDocument answer;
        private OqsHeaderCheck header;
        private SearchInfo card;

        private OneCard(InstitutionCode institution, OqsDocument answer) {
            this.institution = institution;
            this.answer = answer;
        }

        @Override
        public void header(OqsRequestHeader sent) {
            header = OqsHeaderCheck.of(sent, institution);
            answer.about(header);
        }

        @Override
        public void card(SearchInfo sent) {
            card = sent;
        }
    }
}
