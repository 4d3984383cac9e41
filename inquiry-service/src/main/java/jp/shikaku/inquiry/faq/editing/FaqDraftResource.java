package jp.shikaku.inquiry.faq.editing;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import jp.shikaku.contracts.faq.FaqContentRequest;
import jp.shikaku.contracts.faq.FaqDecisionRequest;
import jp.shikaku.contracts.faq.FaqDraft;
import jp.shikaku.contracts.faq.FaqDraftEvent;
import jp.shikaku.contracts.faq.FaqDraftRequest;
import jp.shikaku.contracts.faq.FaqDraftState;
import jp.shikaku.contracts.faq.FaqVersion;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.request.EntityVersion;
import jp.shikaku.kit.request.IdempotencyKey;
import jp.shikaku.kit.request.JsonBody;
import jp.shikaku.kit.request.PageRequest;

/** Where operators write the questions, and review what others wrote. */
@Path("/")
@Tag(name = "faq")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
public class FaqDraftResource {

    private final FaqDrafts drafts;
    private final Caller caller;

    FaqDraftResource(FaqDrafts drafts, Caller caller) {
        this.drafts = drafts;
        this.caller = caller;
    }

    @POST
    @Path("/faq-drafts")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "beginFaqDraft", summary = "Begins a new version of a question, or a new question")
    @APIResponseSchema(
            value = FaqDraft.class,
            responseCode = "201",
            responseDescription = "Begun; repeated with the same key, the same draft again")
    @APIResponse(responseCode = "422", description = "Some values cannot be accepted; nothing was stored")
    public Uni<RestResponse<FaqDraft>> begin(
            @HeaderParam(IdempotencyKey.HEADER) String idempotencyKey, FaqDraftRequest request) {
        String operator = caller.operator();
        return drafts.begin(operator, IdempotencyKey.required(idempotencyKey), JsonBody.required(request))
                .map(draft ->
                        tagged(RestResponse.ResponseBuilder.created(URI.create("/faq-drafts/" + draft.id())), draft));
    }

    @GET
    @Path("/faq-drafts")
    @Operation(
            operationId = "listFaqDrafts",
            summary =
                    "Drafts, oldest first; of one state (DRAFT, IN_REVIEW, PUBLISHED, DISCARDED) or one question when given")
    public Uni<Page<FaqDraft>> list(
            @QueryParam("state") String state,
            @QueryParam("entryId") String entryId,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("50") String limit) {
        ValueReader reader = new ValueReader();
        FaqDraftState wanted = reader.optional("query:state", state, FaqDraftResource::state);
        String entry = reader.optionalText("query:entryId", entryId, 100);
        PageRequest page = PageRequest.read(reader, after, limit);
        reader.refuseIfAnyInvalid();
        return drafts.list(wanted, entry, page);
    }

    @GET
    @Path("/faq-drafts/{id}")
    @Operation(operationId = "readFaqDraft", summary = "One draft, with the ETag to change it by")
    public Uni<RestResponse<FaqDraft>> read(String id) {
        return drafts.find(draftId(id)).map(FaqDraftResource::tagged);
    }

    @PUT
    @Path("/faq-drafts/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "writeFaqDraft", summary = "Writes a draft anew; its writer becomes one of its authors")
    @APIResponse(responseCode = "200", description = "Written")
    @APIResponse(responseCode = "409", description = "It is not being written")
    @APIResponse(responseCode = "412", description = "Somebody else changed it first")
    public Uni<RestResponse<FaqDraft>> write(
            String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, FaqContentRequest content) {
        String operator = caller.operator();
        int revision = EntityVersion.required(ifMatch);
        return drafts.write(draftId(id), revision, JsonBody.required(content), operator)
                .map(FaqDraftResource::tagged);
    }

    @POST
    @Path("/faq-drafts/{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "decideFaqDraft",
            summary = "Submits a draft for review, returns it, approves (publishes) or discards it")
    @APIResponse(responseCode = "200", description = "Decided; an approved draft can be read at /faq at once")
    @APIResponse(responseCode = "403", description = "Who wrote on it does not approve it")
    @APIResponse(responseCode = "409", description = "This cannot be decided in its state")
    @APIResponse(responseCode = "412", description = "Somebody else changed it first")
    public Uni<RestResponse<FaqDraft>> decide(
            String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, FaqDecisionRequest request) {
        String operator = caller.operator();
        int revision = EntityVersion.required(ifMatch);
        return drafts.decide(draftId(id), revision, JsonBody.required(request), operator)
                .map(FaqDraftResource::tagged);
    }

    @GET
    @Path("/faq-drafts/{id}/history")
    @Operation(operationId = "readFaqDraftHistory", summary = "Who did what with a draft, oldest first")
    public Uni<Page<FaqDraftEvent>> history(
            String id, @QueryParam("after") String after, @QueryParam("limit") @DefaultValue("50") String limit) {
        ValueReader reader = new ValueReader();
        PageRequest page = PageRequest.read(reader, after, limit);
        reader.refuseIfAnyInvalid();
        return drafts.history(draftId(id), page);
    }

    @GET
    @Path("/faq-versions/{entryId}")
    @RolesAllowed({Roles.OPERATOR, Roles.HOTLINE})
    @Operation(
            operationId = "readFaqVersions",
            summary = "The versions of a question, the newest first, at most a hundred edited ones")
    public Uni<List<FaqVersion>> versions(String entryId) {
        return drafts.versions(entryId);
    }

    private static RestResponse<FaqDraft> tagged(FaqDraft draft) {
        return tagged(RestResponse.ResponseBuilder.ok(), draft);
    }

    private static RestResponse<FaqDraft> tagged(RestResponse.ResponseBuilder<FaqDraft> response, FaqDraft draft) {
        return response.entity(draft).tag(EntityVersion.tag(draft.revision())).build();
    }

    private static UUID draftId(String text) {
        try {
            return PageRequest.uuid(text);
        } catch (InvalidValueException e) {
            throw ProblemType.FAQ_DRAFT_NOT_FOUND.exception();
        }
    }

    private static FaqDraftState state(String text) {
        try {
            return FaqDraftState.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidValueException(ValueFault.UNKNOWN_CODE);
        }
    }
}
