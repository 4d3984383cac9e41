package jp.shikaku.inquiry.notice;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;

import jp.shikaku.contracts.notice.Notice;
import jp.shikaku.contracts.problem.ProblemType;

/** The notices of the authorities and their addressees. Public. */
@Path("/notices")
@Tag(name = "notice")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class NoticeResource {

    private final NoticeBoard board;

    NoticeResource(NoticeBoard board) {
        this.board = board;
    }

    @GET
    @Cache(maxAge = 300)
    @Operation(operationId = "listNotices", summary = "Every notice, the newest first")
    public List<Notice> all() {
        return board.all();
    }

    @GET
    @Path("/{id}")
    @Cache(maxAge = 300)
    @Operation(operationId = "readNotice", summary = "One notice, with its sources and all its addressees")
    public Notice one(String id) {
        return board.find(id).orElseThrow(ProblemType.NOTICE_NOT_FOUND::exception);
    }
}
