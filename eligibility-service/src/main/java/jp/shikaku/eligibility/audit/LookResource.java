package jp.shikaku.eligibility.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jp.shikaku.contracts.audit.Look;
import jp.shikaku.contracts.audit.OnBehalfOf;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.text.WireMoment;
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
    @RolesAllowed({Roles.INSURER, Roles.OPERATOR, Roles.SERVICE})
    @Operation(
            operationId = "listLooks",
            summary =
                    "The looks at one coverage, oldest first; an insurer sees those of its own records, and so does a service that asks on behalf of one (X-On-Behalf-Of: insurer:number)")
    public Uni<Page<Look>> list(
            @QueryParam("enrolmentId") String enrolmentId,
            @Parameter(description = "Only looks from this moment on, ISO 8601 with offset") @QueryParam("since")
                    String since,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("50") String limit,
            @HeaderParam(OnBehalfOf.HEADER) String onBehalfOf) {
        ValueReader reader = new ValueReader();
        UUID enrolment = reader.required("query:enrolmentId", enrolmentId, PageRequest::uuid);
        Instant from = reader.optional("query:since", since, WireMoment::parse);
        PageRequest page = PageRequest.read(reader, after, limit);
        Optional<InsurerNumber> insurer = readsFor(reader, onBehalfOf);
        reader.refuseIfAnyInvalid();
        return log.knows(enrolment, insurer).flatMap(known -> {
            if (!known) {
                throw ProblemType.COVERAGE_NOT_FOUND.exception();
            }
            return log.at(enrolment, insurer, from, page.after(), page.limitPlusOne())
                    .map(looks -> page(page, looks));
        });
    }

    /** The insurer whose records are read (R7); empty when the caller may read everybody's. */
    private Optional<InsurerNumber> readsFor(ValueReader reader, String onBehalfOf) {
        if (caller.hasRole(Roles.OPERATOR)) {
            return Optional.empty();
        }
        if (caller.hasRole(Roles.INSURER)) {
            return Optional.of(caller.insurer());
        }
        return Optional.ofNullable(
                reader.required("header:" + OnBehalfOf.HEADER, onBehalfOf, LookResource::insurerBehind));
    }

    private static InsurerNumber insurerBehind(String onBehalfOf) {
        String prefix = Roles.INSURER + ":";
        if (!onBehalfOf.startsWith(prefix)) {
            throw new InvalidValueException(ValueFault.KEY_FORMAT);
        }
        return InsurerNumber.of(onBehalfOf.substring(prefix.length()));
    }

    private static Page<Look> page(PageRequest page, List<Look> looks) {
        return page.toPage(looks, look -> look.id().toString());
    }
}
