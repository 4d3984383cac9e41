package jp.shikaku.registration.report;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
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

import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.report.FiledReport;
import jp.shikaku.contracts.report.ReportKind;
import jp.shikaku.contracts.report.ReportPoint;
import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.page.Choice;
import jp.shikaku.kit.page.Form;
import jp.shikaku.kit.page.Frame;
import jp.shikaku.kit.page.Pages;
import jp.shikaku.kit.request.EntityVersion;
import jp.shikaku.kit.request.PageRequest;
import jp.shikaku.registration.request.ResourceId;

/** An insurer's inbox of filed reports: due first, one opened, registered or sent back. */
@Path("/{language:ja|en}/filed-reports")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.INSURER)
public class FiledReportPages {

    private static final String PART = "50";

    private static final List<Choice> REASONS = Stream.of(
                    ReportPoint.ITEM_WRONG,
                    ReportPoint.DOCUMENT_MISSING,
                    ReportPoint.OTHER_INSURER,
                    ReportPoint.REPORTED_BEFORE,
                    ReportPoint.OTHER_REASON)
            .map(point -> new Choice(point.code(), point.told().message()))
            .toList();

    private static final Map<String, LocalizedText> RETURN_NAMES = Map.of(
            "reasonCode", new LocalizedText("理由", "Reason"),
            "note", new LocalizedText("事業所への説明", "Note to the employer"));

    private final Pages pages;
    private final WaitingReports reports;
    private final Caller caller;

    FiledReportPages(Pages pages, WaitingReports reports, Caller caller) {
        this.pages = pages;
        this.reports = reports;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "report")
    static class Templates {

        static native TemplateInstance filedReports(
                Frame p, Page<FiledReport> reports, List<ReportKind> kinds, String chosen);

        static native TemplateInstance filedReport(
                Frame p, FiledReport report, Form form, List<Choice> shares, List<Choice> reasons);
    }

    @GET
    public Uni<TemplateInstance> list(@QueryParam("kind") String kind, @QueryParam("after") String after) {
        ValueReader reader = new ValueReader();
        ReportKind wanted = reader.optional("query:kind", kind, ReportKind::of);
        PageRequest page = PageRequest.read(reader, after, PART);
        reader.refuseIfAnyInvalid();
        Frame frame = pages.frame();
        return reports.list(caller.insurer(), wanted, page)
                .map(found -> Templates.filedReports(
                        frame, found, List.of(ReportKind.values()), wanted == null ? "" : wanted.name()));
    }

    @GET
    @Path("/{id}")
    public Uni<TemplateInstance> one(String id) {
        return page(pages.frame(), id, Form.blank());
    }

    /** @param version of the report that the form was made from: an employer may have corrected it since */
    @POST
    @Path("/{id}/registration")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<RestResponse<TemplateInstance>> register(
            String id, @RestForm String version, @BeanParam TypedRegistration typed) {
        Frame frame = pages.frame().at("/filed-reports/" + id);
        return Uni.createFrom()
                .deferred(() -> reports.register(
                        caller.insurer(),
                        caller.subject(),
                        reportId(id),
                        EntityVersion.ofForm(version),
                        typed.request()))
                .map(enrolment -> Pages.onTo(frame, "/enrolments/" + enrolment.id()))
                .onFailure(Form::isToBeMended)
                .recoverWithUni(refusal -> page(frame, id, typed.form().refused((ProblemException) refusal))
                        .map(Pages::sentBack));
    }

    @POST
    @Path("/{id}/return")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<RestResponse<TemplateInstance>> giveBack(
            String id, @RestForm String version, @RestForm String reasonCode, @RestForm String note) {
        Frame frame = pages.frame().at("/filed-reports/" + id);
        ValueReader reader = new ValueReader();
        ReportPoint reason = reader.required("/reasonCode", reasonCode, ReportPoint::ofInsurer);
        String words = reader.requiredText("/note", note, FiledReportResource.MAX_NOTE);
        if (!reader.allValid()) {
            Map<String, String> typed =
                    Map.of("reasonCode", reasonCode == null ? "" : reasonCode, "note", note == null ? "" : note);
            return page(frame, id, new Form(typed, reader.faults(), RETURN_NAMES))
                    .map(Pages::sentBack);
        }
        return reports.giveBack(caller.insurer(), reportId(id), EntityVersion.ofForm(version), reason, words)
                .map(done -> Pages.onTo(frame, "/filed-reports"));
    }

    private Uni<TemplateInstance> page(Frame frame, String id, Form form) {
        return reports.find(caller.insurer(), reportId(id))
                .map(found -> Templates.filedReport(
                        frame,
                        found.orElseThrow(ProblemType.FILED_REPORT_NOT_FOUND::exception),
                        form,
                        TypedRegistration.SHARES,
                        REASONS));
    }

    private static UUID reportId(String id) {
        return ResourceId.of(id, ProblemType.FILED_REPORT_NOT_FOUND);
    }
}
