package jp.shikaku.eligibility.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jp.shikaku.contracts.audit.AccessHistoryRequest;
import jp.shikaku.contracts.audit.Look;
import jp.shikaku.contracts.audit.LookPurpose;
import jp.shikaku.contracts.audit.OnBehalfOf;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.text.WireMoment;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.request.PageRequest;
import jp.shikaku.kit.request.RequestId;

/**
 * Who looked at a person, for the person. A question in a body and not in a path: a key that stands for somebody is in no
 * list of addresses then.
 */
@Path("/access-history")
@Tag(name = "audit")
@Produces(MediaType.APPLICATION_JSON)
public class AccessHistoryResource {

    private static final int USUAL_LIMIT = 50;

    private final LookLog log;
    private final Caller caller;
    private final RequestId requestId;

    AccessHistoryResource(LookLog log, Caller caller, RequestId requestId) {
        this.log = log;
        this.caller = caller;
        this.requestId = requestId;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.SERVICE)
    @Operation(
            operationId = "accessHistory",
            summary =
                    "Every look at a person or at a record of that person, oldest first, for the person itself: a portal asks"
                            + " for who is signed in there (X-On-Behalf-Of). Asking is recorded, too.")
    public Uni<Page<Look>> history(@HeaderParam(OnBehalfOf.HEADER) String onBehalfOf, AccessHistoryRequest request) {
        if (request == null) {
            throw ProblemType.MALFORMED_JSON.exception();
        }
        ValueReader reader = new ValueReader();
        OnBehalfOf person = reader.required("header:" + OnBehalfOf.HEADER, onBehalfOf, OnBehalfOf::new);
        PersonKey key = reader.required("/personKey", request.personKey(), PersonKey::of);
        Instant since = reader.optional("/since", request.since(), WireMoment::parse);
        UUID after = reader.optional("/after", request.after(), PageRequest::uuid);
        int limit = request.limit() == null ? USUAL_LIMIT : request.limit();
        PageRequest page = PageRequest.read(reader, null, Integer.toString(limit));
        reader.refuseIfAnyInvalid();
        Looker looker = new Looker(Roles.SERVICE, caller.service(), Optional.of(person), requestId.value());
        return log.recordWithoutAnswer(looker, LookPurpose.ACCESS_HISTORY, key)
                .chain(() -> log.of(key, since, after, page.limitPlusOne()))
                .map(looks -> page.toPage(looks, look -> look.id().toString()));
    }
}
