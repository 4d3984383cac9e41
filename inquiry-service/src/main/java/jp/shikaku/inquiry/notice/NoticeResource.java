package jp.shikaku.inquiry.notice;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;

import jp.shikaku.contracts.notice.Notice;
import jp.shikaku.contracts.notice.NoticeVersion;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.inquiry.notice.delivery.Issue;
import jp.shikaku.inquiry.notice.delivery.NoticeOffice;

/** The notices of the authorities and their addressees. Public. */
@Path("/notices")
@Tag(name = "notice")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class NoticeResource {

    private final NoticeBoard board;
    private final NoticeOffice office;

    NoticeResource(NoticeBoard board, NoticeOffice office) {
        this.board = board;
        this.office = office;
    }

    @GET
    @Cache(maxAge = 300)
    @Operation(operationId = "listNotices", summary = "Every notice that was not withdrawn, the newest first")
    public Uni<List<Notice>> all() {
        return office.newest()
                .map(issues -> issues.stream()
                        .filter(issue -> !issue.withdrawn())
                        .map(Issue::notice)
                        .sorted(NoticeBoard.NEWEST_FIRST)
                        .toList())
                .onFailure(failure -> !(failure instanceof ProblemException))
                .recoverWithItem(board::all); // without the database, those that come with the program
    }

    @GET
    @Path("/{id}")
    @Cache(maxAge = 300)
    @Operation(
            operationId = "readNotice",
            summary =
                    "One notice in its newest version, with its sources and all its addressees; /versions tells whether it was withdrawn")
    public Uni<Notice> one(String id) {
        return office.current(id)
                .map(Issue::notice)
                .onFailure(failure -> !(failure instanceof ProblemException))
                .recoverWithItem(() -> board.find(id).orElseThrow(ProblemType.NOTICE_NOT_FOUND::exception));
    }

    /** The versions of a notice, the newest first; empty for one that came with the program, without the database. */
    public Uni<List<NoticeVersion>> versions(String id) {
        return office.versions(id)
                .onFailure(failure -> !(failure instanceof ProblemException))
                .recoverWithItem(() -> List.of());
    }
}
