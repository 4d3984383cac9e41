package jp.shikaku.registration.report;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

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

import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.report.Report;
import jp.shikaku.contracts.report.ReportKind;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.page.Form;
import jp.shikaku.kit.page.Frame;
import jp.shikaku.kit.page.Pages;
import jp.shikaku.kit.request.EntityVersion;
import jp.shikaku.kit.request.IdempotencyKey;
import jp.shikaku.registration.request.ResourceId;

/** Where an employer types a report, and corrects one that no insurer has registered. */
@Path("/{language:ja|en}/reports")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.EMPLOYER)
public class ReportFormPages {

    private final Pages pages;
    private final Reports reports;
    private final Caller caller;

    ReportFormPages(Pages pages, Reports reports, Caller caller) {
        this.pages = pages;
        this.reports = reports;
        this.caller = caller;
    }

    /**
     * The form that is filled in.
     *
     * @param corrected the report that is typed anew; {@code null} for a new one
     * @param key what tells a form sent twice from two forms; empty in a correction, whose version does
     */
    record Sheet(ReportKind kind, Report corrected, String key) {

        static Sheet of(ReportKind kind) {
            return new Sheet(kind, null, UUID.randomUUID().toString());
        }

        static Sheet of(Report corrected) {
            return new Sheet(corrected.kind(), corrected, "");
        }

        public boolean begins() {
            return kind != ReportKind.LOSS;
        }

        public boolean ends() {
            return kind != ReportKind.ACQUISITION;
        }

        public boolean isOfDependant() {
            return kind == ReportKind.DEPENDANT_CHANGE;
        }

        public String path() {
            return corrected == null ? "/reports" : "/reports/" + corrected.id() + "/correction";
        }
    }

    @CheckedTemplate(basePath = "report")
    static class Templates {

        static native TemplateInstance reportForm(
                Frame p, Sheet sheet, Form form, List<ReportKind> kinds, ReportChoices choices);
    }

    @GET
    @Path("/new")
    public TemplateInstance begin(@QueryParam("kind") String kind) {
        ValueReader reader = new ValueReader();
        ReportKind wanted = reader.optional("query:kind", kind, ReportKind::of);
        reader.refuseIfAnyInvalid();
        return page(pages.frame(), Sheet.of(wanted == null ? ReportKind.ACQUISITION : wanted), Form.blank());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<RestResponse<TemplateInstance>> file(@RestForm String key, @BeanParam TypedReport typed) {
        Frame frame = pages.frame();
        return Uni.createFrom()
                .deferred(() -> reports.file(caller.employer(), IdempotencyKey.required(key), typed.request()))
                .map(report -> Pages.onTo(frame, "/reports/" + report.id()))
                .onFailure(Form::isToBeMended)
                .recoverWithItem(refusal -> Pages.sentBack(
                        page(frame, Sheet.of(kind(typed)), typed.form().refused((ProblemException) refusal))));
    }

    @GET
    @Path("/{id}/correction")
    public Uni<TemplateInstance> type(String id) {
        Frame frame = pages.frame();
        return find(id).map(report -> page(frame, Sheet.of(report), TypedReport.of(report)));
    }

    /** @param version of the report that the form was made from: what was changed since is not written over */
    @POST
    @Path("/{id}/correction")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<RestResponse<TemplateInstance>> correct(
            String id, @RestForm String version, @BeanParam TypedReport typed) {
        Frame frame = pages.frame();
        return Uni.createFrom()
                .deferred(() -> reports.correct(
                        caller.employer(), reportId(id), EntityVersion.ofForm(version), typed.request()))
                .map(report -> Pages.onTo(frame, "/reports/" + report.id()))
                .onFailure(Form::isToBeMended)
                .recoverWithUni(refusal -> find(id).map(report -> Pages.sentBack(
                        page(frame, Sheet.of(report), typed.form().refused((ProblemException) refusal)))));
    }

    private Uni<Report> find(String id) {
        return reports.find(caller.employer(), reportId(id))
                .map(found -> found.orElseThrow(ProblemType.REPORT_NOT_FOUND::exception));
    }

    private static TemplateInstance page(Frame frame, Sheet sheet, Form form) {
        return Templates.reportForm(frame, sheet, form, List.of(ReportKind.values()), ReportChoices.ALL);
    }

    /** The form that was sent; the first one where it says none that there is. */
    private static ReportKind kind(TypedReport typed) {
        return Arrays.stream(ReportKind.values())
                .filter(kind -> kind.name().equals(typed.kind))
                .findFirst()
                .orElse(ReportKind.ACQUISITION);
    }

    private static UUID reportId(String id) {
        return ResourceId.of(id, ProblemType.REPORT_NOT_FOUND);
    }
}
