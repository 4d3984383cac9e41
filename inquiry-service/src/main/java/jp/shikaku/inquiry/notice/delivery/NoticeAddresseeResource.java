package jp.shikaku.inquiry.notice.delivery;

import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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

import jp.shikaku.contracts.notice.NoticeAddressee;
import jp.shikaku.contracts.notice.NoticeAddresseeRequest;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.request.EntityVersion;
import jp.shikaku.kit.request.JsonBody;
import jp.shikaku.kit.request.PageRequest;
import jp.shikaku.kit.request.YesOrNo;

/** To whom notices can be sent. The list of the notice of 2023-06-06 is there from the beginning, without addresses. */
@Path("/notice-addressees")
@Tag(name = "notice")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
public class NoticeAddresseeResource {

    private final AddresseeDesk desk;
    private final Caller caller;

    NoticeAddresseeResource(AddresseeDesk desk, Caller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listNoticeAddressees",
            summary = "Addressees by id; of one group, or only those without an e-mail address, when asked")
    public Uni<Page<NoticeAddressee>> list(
            @QueryParam("group") String group,
            @QueryParam("withoutEmail") @DefaultValue("false") String withoutEmail,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("50") String limit) {
        ValueReader reader = new ValueReader();
        PageRequest page = PageRequest.read(reader, null, limit);
        Boolean without = reader.required("query:withoutEmail", withoutEmail, YesOrNo::of);
        reader.refuseIfAnyInvalid();
        return desk.list(group, without, after, page);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readNoticeAddressee", summary = "One addressee, with the ETag to change it by")
    public Uni<RestResponse<NoticeAddressee>> read(String id) {
        return desk.find(id).map(NoticeAddresseeResource::tagged);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putNoticeAddressee",
            summary = "Adds an addressee, or changes one with If-Match; mails that wait for its address are sent then")
    @APIResponse(responseCode = "200", description = "The addressee as it is now")
    @APIResponse(responseCode = "412", description = "Somebody else changed it first")
    @APIResponse(responseCode = "428", description = "It exists: If-Match has to name its revision")
    public Uni<RestResponse<NoticeAddressee>> put(
            String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, NoticeAddresseeRequest request) {
        String operator = caller.operator();
        JsonBody.required(request);
        Optional<Integer> revision = ifMatch == null ? Optional.empty() : Optional.of(EntityVersion.required(ifMatch));
        return desk.put(id, request, revision, operator).map(NoticeAddresseeResource::tagged);
    }

    private static RestResponse<NoticeAddressee> tagged(NoticeAddressee addressee) {
        return EntityVersion.tagged(addressee, addressee.revision());
    }
}
