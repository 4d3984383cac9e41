package jp.shikaku.inquiry.notice.delivery;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jp.shikaku.contracts.notice.NoticeDeadLetter;
import jp.shikaku.contracts.notice.NoticeMailState;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.request.PageRequest;

/** Where operators see how the sending of notices stands. */
@Path("/")
@Tag(name = "notice")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
public class NoticeMailResource {

    private final MailDesk mails;

    NoticeMailResource(MailDesk mails) {
        this.mails = mails;
    }

    @GET
    @Path("/notice-mail")
    @Operation(
            operationId = "noticeMailState",
            summary = "Whether there is a mail server, what waits for it, and what was given up")
    public Uni<NoticeMailState> state() {
        return mails.state();
    }

    @GET
    @Path("/notice-dead-letters")
    @Operation(operationId = "listNoticeDeadLetters", summary = "Mails that were given up")
    public Uni<Page<NoticeDeadLetter>> dead(
            @QueryParam("after") String after, @QueryParam("limit") @DefaultValue("50") String limit) {
        ValueReader reader = new ValueReader();
        PageRequest page = PageRequest.read(reader, after, limit);
        reader.refuseIfAnyInvalid();
        return mails.dead(page);
    }

    @POST
    @Path("/notice-dead-letters/{id}/retry")
    @Operation(operationId = "retryNoticeDeadLetter", summary = "Sends a mail again that was given up")
    @APIResponse(responseCode = "204", description = "It waits to be sent")
    public Uni<Void> retry(String id) {
        return mails.retry(letterId(id));
    }

    private static UUID letterId(String text) {
        try {
            return PageRequest.uuid(text);
        } catch (InvalidValueException e) {
            throw ProblemType.NOTICE_DEAD_LETTER_NOT_FOUND.exception();
        }
    }
}
