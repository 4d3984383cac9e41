package jp.shikaku.eligibility.audit;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jp.shikaku.contracts.audit.Look;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.request.PageRequest;

/** Who looked at a record: for the insurer that owns it, and for the operator. */
@Path("/looks")
@Tag(name = "audit")
@Produces(MediaType.APPLICATION_JSON)
public class LookResource {

    private final LookLog log;
    private final Caller caller;

    LookResource(LookLog log, Caller caller) {
        this.log = log;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.INSURER, Roles.OPERATOR})
    @Operation(
            operationId = "listLooks",
            summary = "The looks at one coverage, oldest first; an insurer sees those of its own records")
    public Uni<Page<Look>> list(
            @QueryParam("enrolmentId") String enrolmentId,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("50") String limit) {
        ValueReader reader = new ValueReader();
        UUID enrolment = reader.required("query:enrolmentId", enrolmentId, PageRequest::uuid);
        PageRequest page = PageRequest.read(reader, after, limit);
        reader.refuseIfAnyInvalid();
        Optional<InsurerNumber> insurer =
                caller.hasRole(Roles.OPERATOR) ? Optional.empty() : Optional.of(caller.insurer());
        return log.knows(enrolment, insurer).flatMap(known -> {
            if (!known) {
                throw ProblemType.COVERAGE_NOT_FOUND.exception();
            }
            return log.at(enrolment, insurer, page.after(), page.limitPlusOne()).map(looks -> page(page, looks));
        });
    }

    private static Page<Look> page(PageRequest page, List<Look> looks) {
        return page.toPage(looks, look -> look.id().toString());
    }
}
