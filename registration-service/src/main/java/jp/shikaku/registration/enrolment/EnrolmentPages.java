package jp.shikaku.registration.enrolment;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;

import jp.shikaku.contracts.enrolment.Enrolment;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.page.Choice;
import jp.shikaku.kit.page.Form;
import jp.shikaku.kit.page.Frame;
import jp.shikaku.kit.page.Pages;
import jp.shikaku.kit.request.EntityVersion;
import jp.shikaku.registration.request.ResourceId;

/** One record of an insurer: read, and corrected by its next version, which is checked again. */
@Path("/{language:ja|en}/enrolments")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.INSURER)
public class EnrolmentPages {

    private final Pages pages;
    private final Enrolments enrolments;
    private final Caller caller;

    EnrolmentPages(Pages pages, Enrolments enrolments, Caller caller) {
        this.pages = pages;
        this.enrolments = enrolments;
        this.caller = caller;
    }

    /** The fields that are chosen and not typed. */
    record Choices(List<Choice> sex, List<Choice> relation, List<Choice> burdenShare, List<Choice> lossReason) {

        static final Choices ALL = new Choices(
                List.of(Choice.of("1", "男", "Male"), Choice.of("2", "女", "Female")),
                List.of(Choice.of("1", "本人（被保険者）", "Insured person"), Choice.of("2", "家族（被扶養者）", "Dependant")),
                List.of(
                        Choice.of("", "登録しない", "Not given"),
                        Choice.of("030", "3割", "30 %"),
                        Choice.of("020", "2割", "20 %"),
                        Choice.of("010", "1割", "10 %")),
                List.of(
                        Choice.of("", "—", "—"),
                        Choice.of("01", "死亡", "Death"),
                        Choice.of("02", "生活保護の受給開始", "Public assistance"),
                        Choice.of("03", "ほかの医療保険に加入", "Insured elsewhere"),
                        Choice.of("99", "その他", "Other")));
    }

    @CheckedTemplate(basePath = "enrolment")
    static class Templates {

        static native TemplateInstance enrolment(Frame p, Enrolment record, Form form, Choices choices);
    }

    @GET
    @Path("/{id}")
    public Uni<TemplateInstance> one(String id) {
        Frame frame = pages.frame();
        return find(id).map(record -> Templates.enrolment(frame, record, TypedEnrolment.of(record), Choices.ALL));
    }

    /** @param version of the record that the form was filled from: what was changed since is not written over */
    @POST
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<RestResponse<TemplateInstance>> correct(
            String id, @RestForm String version, @BeanParam TypedEnrolment typed) {
        Frame frame = pages.frame();
        return Uni.createFrom()
                .deferred(() -> enrolments.correct(
                        caller.insurer(),
                        caller.subject(),
                        ResourceId.of(id, ProblemType.ENROLMENT_NOT_FOUND),
                        EntityVersion.ofForm(version),
                        typed.request()))
                .map(record -> Pages.onTo(frame, "/enrolments/" + record.id()))
                .onFailure(Form::isToBeMended)
                .recoverWithUni(refusal -> find(id).map(record -> Pages.sentBack(Templates.enrolment(
                        frame, record, typed.form().refused((ProblemException) refusal), Choices.ALL))));
    }

    private Uni<Enrolment> find(String id) {
        return enrolments
                .find(caller.insurer(), ResourceId.of(id, ProblemType.ENROLMENT_NOT_FOUND))
                .map(found -> found.orElseThrow(ProblemType.ENROLMENT_NOT_FOUND::exception));
    }
}
