package jp.shikaku.registration.report;

import java.util.Arrays;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;

import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.report.Report;
import jp.shikaku.contracts.report.ReportKind;
import jp.shikaku.contracts.report.ReportState;
import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.page.Frame;
import jp.shikaku.kit.page.Pages;
import jp.shikaku.kit.request.PageRequest;
import jp.shikaku.registration.request.ResourceId;

/** An employer's reports: where each stands, and what is missing. */
@Path("/{language:ja|en}/reports")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.EMPLOYER)
public class ReportPages {

    private static final String PART = "50";

    private final Pages pages;
    private final Reports reports;
    private final Caller caller;

    ReportPages(Pages pages, Reports reports, Caller caller) {
        this.pages = pages;
        this.reports = reports;
        this.caller = caller;
    }

    /** A report as it is shown; the tone is the style sheet's. */
    record Line(Report report, LocalizedText kind, LocalizedText state, String tone) {

        static Line of(Report report) {
            return new Line(report, kindOf(report.kind()), nameOf(report.state()), toneOf(report.state()));
        }
    }

    /** A state to narrow the list to. */
    record Choice(String code, LocalizedText name) {}

    @CheckedTemplate(basePath = "report")
    static class Templates {

        static native TemplateInstance reports(Frame p, Page<Line> lines, List<Choice> states, String chosen);

        static native TemplateInstance report(Frame p, Line line);
    }

    @GET
    public Uni<TemplateInstance> list(@QueryParam("state") String state, @QueryParam("after") String after) {
        ValueReader reader = new ValueReader();
        ReportState wanted = reader.optional("query:state", state, ReportState::of);
        PageRequest page = PageRequest.read(reader, after, PART);
        reader.refuseIfAnyInvalid();
        Frame frame = pages.frame();
        return reports.list(caller.employer(), wanted, page)
                .map(found -> Templates.reports(
                        frame,
                        new Page<>(found.items().stream().map(Line::of).toList(), found.next()),
                        Arrays.stream(ReportState.values())
                                .map(each -> new Choice(each.name(), nameOf(each)))
                                .toList(),
                        state == null ? "" : state));
    }

    @GET
    @Path("/{id}")
    public Uni<TemplateInstance> one(String id) {
        Frame frame = pages.frame();
        return reports.find(caller.employer(), ResourceId.of(id, ProblemType.REPORT_NOT_FOUND))
                .map(found ->
                        Templates.report(frame, Line.of(found.orElseThrow(ProblemType.REPORT_NOT_FOUND::exception))));
    }

    private static LocalizedText kindOf(ReportKind kind) {
        return switch (kind) {
            case ACQUISITION -> new LocalizedText("資格取得届", "Acquisition");
            case LOSS -> new LocalizedText("資格喪失届", "Loss");
            case DEPENDANT_CHANGE -> new LocalizedText("被扶養者異動届", "Change of dependants");
        };
    }

    private static LocalizedText nameOf(ReportState state) {
        return switch (state) {
            case PREPARED -> new LocalizedText("準備中", "Prepared");
            case FILED -> new LocalizedText("提出済み", "Filed");
            case RETURNED -> new LocalizedText("差し戻し", "Returned");
            case REGISTERED -> new LocalizedText("登録完了", "Registered");
            case WITHDRAWN -> new LocalizedText("取り下げ", "Withdrawn");
        };
    }

    private static String toneOf(ReportState state) {
        return switch (state) {
            case PREPARED, WITHDRAWN -> "plain";
            case FILED -> "calm";
            case RETURNED -> "bad";
            case REGISTERED -> "good";
        };
    }
}
