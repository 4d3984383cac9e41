package jp.shikaku.registration.deadline;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;

import jp.shikaku.contracts.deadline.Deadline;
import jp.shikaku.contracts.deadline.DeadlineClock;
import jp.shikaku.contracts.deadline.DeadlineState;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.page.Frame;
import jp.shikaku.kit.page.Pages;
import jp.shikaku.kit.request.PageRequest;

/** What an insurer or an employer owes by when, due first. */
@Path("/{language:ja|en}/deadlines")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.INSURER, Roles.EMPLOYER})
public class DeadlinePages {

    private static final String PART = "50";

    private final Pages pages;
    private final Deadlines deadlines;
    private final DeadlineTallies tallies;
    private final Caller caller;

    DeadlinePages(Pages pages, Deadlines deadlines, DeadlineTallies tallies, Caller caller) {
        this.pages = pages;
        this.deadlines = deadlines;
        this.tallies = tallies;
        this.caller = caller;
    }

    /** How many stand so; the tone is the style sheet's. */
    record Count(String state, LocalizedText name, long count, String tone) {}

    /** One period as it is listed. */
    record Line(Deadline deadline, LocalizedText kind, LocalizedText state, String tone) {

        static Line of(Deadline deadline) {
            return new Line(deadline, deadline.kind().title(), nameOf(deadline.state()), toneOf(deadline.state()));
        }
    }

    @CheckedTemplate(basePath = "deadline")
    static class Templates {

        static native TemplateInstance deadlines(
                Frame p, List<Count> counts, Page<Line> lines, boolean insurer, String chosen);
    }

    @GET
    public Uni<TemplateInstance> list(@BeanParam DeadlineQuery query, @QueryParam("after") String after) {
        Asker asker = Asker.of(caller);
        ValueReader reader = new ValueReader();
        DeadlineFilter filter = DeadlineFilter.read(reader, query, asker);
        PageRequest page = PageRequest.read(reader, after, PART);
        reader.refuseIfAnyInvalid();
        Frame frame = pages.frame();
        DeadlineClock own = asker.ownClock();
        return tallies.summary(asker).flatMap(summary -> deadlines
                .list(asker, filter, page)
                .map(found -> Templates.deadlines(
                        frame,
                        counts(summary.clocks().getOrDefault(own, Map.of())),
                        new Page<>(found.items().stream().map(Line::of).toList(), found.next()),
                        own == DeadlineClock.INSURER,
                        query.state == null ? "" : query.state)));
    }

    private static List<Count> counts(Map<DeadlineState, Long> counted) {
        return Arrays.stream(DeadlineState.values())
                .filter(DeadlineState::isRunning)
                .map(state -> new Count(state.name(), nameOf(state), counted.getOrDefault(state, 0L), toneOf(state)))
                .toList();
    }

    private static LocalizedText nameOf(DeadlineState state) {
        return switch (state) {
            case ON_TIME -> new LocalizedText("期限内", "On time");
            case DUE_SOON -> new LocalizedText("まもなく期限", "Due soon");
            case OVERDUE -> new LocalizedText("期限超過", "Overdue");
            case DONE -> new LocalizedText("完了", "Done");
            case DONE_LATE -> new LocalizedText("遅れて完了", "Done late");
        };
    }

    private static String toneOf(DeadlineState state) {
        return switch (state) {
            case ON_TIME, DONE -> "good";
            case DUE_SOON, DONE_LATE -> "warn";
            case OVERDUE -> "bad";
        };
    }
}
