package jp.shikaku.eligibility.coverage;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import jp.shikaku.contracts.card.InsuredCard;
import jp.shikaku.contracts.linkage.CoverageBatch;
import jp.shikaku.contracts.linkage.CoverageBatchResult;
import jp.shikaku.contracts.linkage.CoverageVersion;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.kit.identity.Roles;

/** Where registration links what it has cleared. */
@Path("/coverages")
@Tag(name = "coverage")
@Consumes(MediaType.APPLICATION_JSON)
public class CoverageResource {

    private final CoverageStore store;
    private final CoverageIntake intake;
    private final SubjectKeys subjectKeys;

    CoverageResource(CoverageStore store, CoverageIntake intake, SubjectKeys subjectKeys) {
        this.store = store;
        this.intake = intake;
        this.subjectKeys = subjectKeys;
    }

    @PUT
    @Path("/{enrolmentId}/versions/{version}")
    @RolesAllowed(Roles.SERVICE)
    @Operation(
            operationId = "applyCoverageVersion",
            summary = "Applies one version of a coverage. Repeating it changes nothing; an older version is refused.")
    public Uni<RestResponse<Void>> apply(UUID enrolmentId, int version, CoverageVersion content) {
        ValueReader reader = new ValueReader();
        if (version < 1) {
            reader.refuse("path:version", ValueFault.UNKNOWN_CODE);
        }
        InsuredCard card = CoverageCheck.check(reader, content);
        return store.apply(List.of(LinkedVersion.of(enrolmentId, version, content, subjectKeys.of(card))))
                .map(outcomes -> switch (outcomes.get(0)) {
                    case APPLIED, APPLIED_BEFORE -> RestResponse.noContent();
                    case STALE -> throw ProblemType.COVERAGE_VERSION_STALE.exception();
                    case CONFLICT -> throw ProblemType.COVERAGE_VERSION_CONFLICT.exception();
                    case INVALID -> throw new IllegalStateException("only what is valid is applied");
                });
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SERVICE)
    @Operation(
            operationId = "applyCoverageVersions",
            summary =
                    "Applies up to 200 versions. Each is answered for itself, in the order in which they were sent: one that cannot be accepted stops none of the others. Repeating it changes nothing.")
    @RequestBody(content = @Content(schema = @Schema(implementation = CoverageBatch.class)))
    @APIResponseSchema(
            value = CoverageBatchResult.class,
            responseCode = "200",
            responseDescription = "What became of each item")
    @APIResponse(responseCode = "422", description = "No items, or too many: nothing was applied")
    public Uni<CoverageBatchResult> applyAll(HandedOver batch) {
        List<JsonNode> items = batch == null || batch.items() == null ? List.of() : batch.items();
        if (items.isEmpty() || items.size() > CoverageBatch.MAX_ITEMS) {
            ValueReader reader = new ValueReader();
            reader.refuse("/items", ValueFault.BATCH_SIZE);
            reader.refuseIfAnyInvalid();
        }
        return intake.apply(items).map(CoverageBatchResult::new);
    }

    /** A {@link CoverageBatch} whose items nobody has looked into yet: what is wrong in one is not wrong in all. */
    public record HandedOver(List<JsonNode> items) {}
}
