package jp.shikaku.inquiry.casefile;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jp.shikaku.contracts.casefile.CaseFile;
import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.request.RequestId;

/** Why this display: for hotline staff, by the number the caller reads out. */
@Path("/casefiles")
@Tag(name = "casefile")
@Produces(MediaType.APPLICATION_JSON)
public class CaseFileResource {

    private final CaseFiles caseFiles;
    private final Caller caller;
    private final RequestId requestId;

    CaseFileResource(CaseFiles caseFiles, Caller caller, RequestId requestId) {
        this.caseFiles = caseFiles;
        this.caller = caller;
        this.requestId = requestId;
    }

    @GET
    @Path("/{confirmationNumber}")
    @RolesAllowed(Roles.HOTLINE)
    @Operation(
            operationId = "openCaseFile",
            summary = "What was shown, what holds now, where it waits, and what to tell the caller. No personal data.")
    public Uni<CaseFile> open(String confirmationNumber) {
        String agent = caller.agent();
        return caseFiles.open(read(confirmationNumber), agent, requestId.value());
    }

    /** A number that was misheard is told from one that does not exist: its check character does not match. */
    private static ConfirmationNumber read(String text) {
        try {
            return ConfirmationNumber.of(text);
        } catch (InvalidValueException e) {
            throw new ProblemException(
                    ProblemType.VALUES_INVALID, List.of(new InvalidField("path:confirmationNumber", e.fault())));
        }
    }
}
