package jp.shikaku.registration.report;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;

import jp.shikaku.contracts.number.CorporateNumber;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.report.Report;
import jp.shikaku.contracts.report.ReportActor;
import jp.shikaku.contracts.report.ReportChange;
import jp.shikaku.contracts.report.ReportState;
import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.page.Choice;
import jp.shikaku.kit.page.Form;
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

    /** More steps than a report takes: each is typed by somebody. */
    private static final PageRequest WHOLE = new PageRequest(null, 100);

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
            return new Line(report, report.kind().title(), nameOf(report.state()), toneOf(report.state()));
        }

        /** Whether its employer may still correct it or take it back. */
        public boolean isChangeable() {
            return switch (report.state()) {
                case PREPARED, FILED, RETURNED -> true;
                case REGISTERED, WITHDRAWN -> false;
            };
        }
    }

    /** A step in the history of a report, as it is shown. */
    record Step(ReportChange change, LocalizedText state, LocalizedText by, List<LocalizedText> fields) {

        static Step of(ReportChange change) {
            return new Step(
                    change,
                    nameOf(change.state()),
                    nameOf(change.by()),
                    change.changedFields().stream()
                            .map(field -> TypedReport.NAMES.getOrDefault(field, new LocalizedText(field, field)))
                            .toList());
        }
    }

    @CheckedTemplate(basePath = "report")
    static class Templates {

        static native TemplateInstance reports(Frame p, Page<Line> lines, List<Choice> states, String chosen);

        static native TemplateInstance report(Frame p, Line line, List<Step> steps, Form form);
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
        return page(pages.frame(), id, Form.blank());
    }

    @POST
    @Path("/{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<RestResponse<TemplateInstance>> withdraw(String id, @RestForm String reason) {
        Frame frame = pages.frame().at("/reports/" + id);
        ValueReader reader = new ValueReader();
        String words = reader.requiredText("/reason", reason, ReportResource.MAX_REASON);
        if (!reader.allValid()) {
            Form form = new Form(
                    Map.of("reason", reason == null ? "" : reason),
                    reader.faults(),
                    Map.of("reason", new LocalizedText("取り下げの理由", "Why it is taken back")));
            return page(frame, id, form).map(Pages::sentBack);
        }
        return reports.withdraw(caller.employer(), reportId(id), words)
                .map(report -> Pages.onTo(frame, "/reports/" + report.id()));
    }

    private Uni<TemplateInstance> page(Frame frame, String id, Form form) {
        CorporateNumber employer = caller.employer();
        return reports.find(employer, reportId(id))
                .map(found -> Line.of(found.orElseThrow(ProblemType.REPORT_NOT_FOUND::exception)))
                .flatMap(line -> reports.history(employer, reportId(id), 0, WHOLE)
                        .map(steps -> Templates.report(
                                frame,
                                line,
                                steps.items().stream().map(Step::of).toList(),
                                form)));
    }

    private static UUID reportId(String id) {
        return ResourceId.of(id, ProblemType.REPORT_NOT_FOUND);
    }

    private static LocalizedText nameOf(ReportActor actor) {
        return switch (actor) {
            case EMPLOYER -> new LocalizedText("事業所", "You");
            case INSURER -> new LocalizedText("保険者", "The insurer");
            case SYSTEM -> new LocalizedText("自動", "By itself");
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
