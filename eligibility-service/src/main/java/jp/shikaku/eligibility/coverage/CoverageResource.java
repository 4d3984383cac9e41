package jp.shikaku.eligibility.coverage;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import jp.shikaku.contracts.card.InsuredCard;
import jp.shikaku.contracts.coverage.CoveragePeriod;
import jp.shikaku.contracts.linkage.CoverageVersion;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.kit.identity.Roles;

/** Where registration links what it has cleared. */
@Path("/coverages/{enrolmentId}/versions/{version}")
@Tag(name = "coverage")
public class CoverageResource {

    private static final int MAX_NAME = 200;

    private final CoverageStore store;
    private final SubjectKeys subjectKeys;

    CoverageResource(CoverageStore store, SubjectKeys subjectKeys) {
        this.store = store;
        this.subjectKeys = subjectKeys;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SERVICE)
    @Operation(
            operationId = "applyCoverageVersion",
            summary = "Applies one version of a coverage. Repeating it changes nothing; an older version is refused.")
    public Uni<RestResponse<Void>> apply(UUID enrolmentId, int version, CoverageVersion content) {
        InsuredCard card = checked(version, content);
        return store.apply(enrolmentId, version, content, subjectKeys.of(card)).map(applied -> switch (applied) {
            case NOW, BEFORE -> RestResponse.noContent();
            case STALE -> throw ProblemType.COVERAGE_VERSION_STALE.exception();
            case CONFLICT -> throw ProblemType.COVERAGE_VERSION_CONFLICT.exception();
        });
    }

    private static InsuredCard checked(int version, CoverageVersion content) {
        if (content == null) {
            throw ProblemType.MALFORMED_JSON.exception();
        }
        ValueReader reader = new ValueReader();
        if (version < 1) {
            reader.refuse("path:version", ValueFault.UNKNOWN_CODE);
        }
        present(reader, "/personKey", content.personKey());
        present(reader, "/insurerNumber", content.insurerNumber());
        present(reader, "/sex", content.sex());
        present(reader, "/birthDate", content.birthDate());
        present(reader, "/relation", content.relation());
        present(reader, "/acquired", content.acquired());
        present(reader, "/state", content.state());
        reader.requiredText("/name", content.name(), MAX_NAME);
        reader.requiredText("/nameKana", content.nameKana(), MAX_NAME);
        reader.optional("/symbol", content.symbol(), InsuredCard::symbolOf);
        reader.required("/number", content.number(), InsuredCard::numberOf);
        reader.optional("/branch", content.branch(), InsuredCard::branchOf);
        if (content.acquired() != null) {
            reader.required("/lost", "period", ignored -> CoveragePeriod.of(content.acquired(), content.lost()));
        }
        reader.refuseIfAnyInvalid();
        return InsuredCard.of(content.insurerNumber(), content.symbol(), content.number(), content.branch());
    }

    private static void present(ValueReader reader, String pointer, Object value) {
        if (value == null) {
            reader.refuse(pointer, ValueFault.REQUIRED);
        }
    }
}
