package jp.shikaku.inquiry.notice.delivery;

import java.util.List;
import java.util.Optional;

import jakarta.annotation.security.PermitAll;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import jp.shikaku.contracts.notice.Notice;
import jp.shikaku.contracts.notice.NoticeDistribution;
import jp.shikaku.contracts.notice.NoticeDistributionRequest;
import jp.shikaku.contracts.notice.NoticeRecipient;
import jp.shikaku.contracts.notice.NoticeRequest;
import jp.shikaku.contracts.notice.NoticeVersion;
import jp.shikaku.contracts.notice.NoticeWithdrawalRequest;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.request.EntityVersion;
import jp.shikaku.kit.request.JsonBody;
import jp.shikaku.kit.request.PageRequest;
import jp.shikaku.kit.request.YesOrNo;

/** Where operators publish notices, send them, and see who has not read them. */
@Path("/notices")
@Tag(name = "notice")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
public class NoticeOfficeResource {

    private final NoticeOffice office;
    private final Caller caller;

    NoticeOfficeResource(NoticeOffice office, Caller caller) {
        this.office = office;
        this.caller = caller;
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "publishNotice",
            summary =
                    "Publishes a notice, or with If-Match a new version of one, and sends it to its addressees and to who was sent the version before")
    @APIResponse(responseCode = "200", description = "Published; repeated with the same If-Match, refused")
    @APIResponse(responseCode = "412", description = "There is a newer version")
    @APIResponse(responseCode = "428", description = "There is a notice of this id: If-Match has to name its version")
    public Uni<RestResponse<Notice>> publish(
            String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, NoticeRequest request) {
        String operator = caller.operator();
        JsonBody.required(request);
        Optional<Integer> revision = ifMatch == null ? Optional.empty() : Optional.of(EntityVersion.required(ifMatch));
        return office.publish(id, request, revision, operator)
                .map(issue -> EntityVersion.tagged(issue.notice(), issue.version()));
    }

    @GET
    @Path("/{id}/versions")
    @PermitAll
    @Operation(
            operationId = "readNoticeVersions",
            summary = "The versions of a notice, the newest first, and whether it was withdrawn")
    public Uni<RestResponse<List<NoticeVersion>>> versions(String id) {
        return office.versions(id)
                .map(versions -> EntityVersion.tagged(versions, versions.get(0).version()));
    }

    @PUT
    @Path("/{id}/distribution")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "distributeNotice",
            summary = "Sends the current version to groups or addressees, or to its own list; to each of them once")
    @APIResponse(responseCode = "200", description = "The mails wait in the outbox; repeated, none is added")
    @APIResponse(responseCode = "409", description = "It was withdrawn")
    @APIResponse(responseCode = "412", description = "There is a newer version")
    public Uni<NoticeDistribution> distribute(
            String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, NoticeDistributionRequest request) {
        JsonBody.required(request);
        int revision = EntityVersion.required(ifMatch);
        NoticeReader reader = new NoticeReader();
        List<String> groups = reader.ids("/groups", request.groups());
        List<String> addressees = reader.ids("/addressees", request.addressees());
        reader.refuseIfAnyInvalid();
        return office.distribute(id, revision, groups, addressees);
    }

    @POST
    @Path("/{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "withdrawNotice", summary = "Takes a notice back, and tells everybody who was sent it")
    @APIResponse(responseCode = "200", description = "Withdrawn")
    @APIResponse(responseCode = "409", description = "It was withdrawn already")
    @APIResponse(responseCode = "412", description = "There is a newer version")
    public Uni<NoticeVersion> withdraw(
            String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, NoticeWithdrawalRequest request) {
        String operator = caller.operator();
        JsonBody.required(request);
        int revision = EntityVersion.required(ifMatch);
        return office.withdraw(id, revision, new NoticeReader().reason(request.reason()), operator);
    }

    @GET
    @Path("/{id}/recipients")
    @Operation(
            operationId = "listNoticeRecipients",
            summary = "Who was asked to read the newest version, or the one named; acknowledged=false: who has not")
    public Uni<Page<NoticeRecipient>> recipients(
            String id,
            @QueryParam("version") String version,
            @QueryParam("acknowledged") String acknowledged,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("50") String limit) {
        ValueReader reader = new ValueReader();
        Integer wanted = reader.optional("query:version", version, NoticeOfficeResource::number);
        Boolean read = reader.optional("query:acknowledged", acknowledged, YesOrNo::of);
        PageRequest page = PageRequest.read(reader, after, limit);
        reader.refuseIfAnyInvalid();
        return office.recipients(id, wanted, read, page);
    }

    private static Integer number(String text) {
        if (!text.matches("[1-9][0-9]{0,5}")) {
            throw new InvalidValueException(ValueFault.KEY_FORMAT);
        }
        return Integer.valueOf(text);
    }
}
