package jp.shikaku.inquiry.notice.delivery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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

import jp.shikaku.contracts.notice.NoticeDeadLetter;
import jp.shikaku.contracts.notice.NoticeMailState;
import jp.shikaku.contracts.notice.NoticeRecipient;
import jp.shikaku.contracts.notice.NoticeRequest.NoticeTexts;
import jp.shikaku.contracts.notice.NoticeVersion;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.page.Choice;
import jp.shikaku.kit.page.Form;
import jp.shikaku.kit.page.Frame;
import jp.shikaku.kit.page.Pages;
import jp.shikaku.kit.request.EntityVersion;
import jp.shikaku.kit.request.PageRequest;
import jp.shikaku.kit.request.YesOrNo;

/** Where operators publish notices, send them, see who has not read them, and take them back. */
@Path("/{language:ja|en}/notice-office")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.OPERATOR)
public class NoticeOfficePages {

    private static final String PART = "50";
    private static final PageRequest DEAD_LETTERS = new PageRequest(null, 50);

    private static final Map<String, LocalizedText> REASON_NAMES = Map.of(
            "reasonJa", new LocalizedText("取り消す理由（日本語）", "Why it is withdrawn, Japanese"),
            "reasonEn", new LocalizedText("取り消す理由（英語）", "Why it is withdrawn, English"));

    private final Pages pages;
    private final NoticeOffice office;
    private final AddresseeDesk addressees;
    private final MailDesk mails;
    private final Caller caller;

    NoticeOfficePages(Pages pages, NoticeOffice office, AddresseeDesk addressees, MailDesk mails, Caller caller) {
        this.pages = pages;
        this.office = office;
        this.addressees = addressees;
        this.mails = mails;
        this.caller = caller;
    }

    /**
     * A notice and how far it has come.
     *
     * @param acknowledged what the recipients are narrowed to; empty for all of them
     */
    record Standing(
            NoticeVersion current,
            List<NoticeVersion> versions,
            Page<NoticeRecipient> recipients,
            String acknowledged) {}

    /** The form. @param version of the notice it was made from; {@code null} for a new notice */
    record Sheet(String id, Integer version, List<Choice> groups) {

        public String path() {
            return version == null ? "/notice-office" : "/notice-office/" + id + "/text";
        }
    }

    @CheckedTemplate(basePath = "notice")
    static class Templates {

        static native TemplateInstance office(
                Frame p, List<NoticeVersion> notices, NoticeMailState mail, List<NoticeDeadLetter> dead);

        static native TemplateInstance standing(Frame p, Standing standing, Form form);

        static native TemplateInstance noticeForm(Frame p, Sheet sheet, Form form);
    }

    @GET
    public Uni<TemplateInstance> list() {
        Frame frame = pages.frame();
        return office.newest().flatMap(issues -> mails.state().flatMap(state -> mails.dead(DEAD_LETTERS)
                .map(dead -> Templates.office(
                        frame, issues.stream().map(Issue::described).toList(), state, dead.items()))));
    }

    @GET
    @Path("/new")
    public Uni<TemplateInstance> write() {
        return form(pages.frame(), null, null, Form.blank());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<RestResponse<TemplateInstance>> publish(@BeanParam TypedNotice typed) {
        return publish(pages.frame(), typed.id, null, typed);
    }

    @GET
    @Path("/{id}/text")
    public Uni<TemplateInstance> text(String id) {
        Frame frame = pages.frame();
        return office.current(id).flatMap(issue -> form(frame, id, issue.version(), TypedNotice.of(issue.notice())));
    }

    /** @param version that the form was made from: what was published since is not written over */
    @POST
    @Path("/{id}/text")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<RestResponse<TemplateInstance>> publishAnew(
            String id, @RestForm String version, @BeanParam TypedNotice typed) {
        return publish(pages.frame(), id, EntityVersion.ofForm(version), typed);
    }

    @GET
    @Path("/{id}")
    public Uni<TemplateInstance> one(
            String id, @QueryParam("acknowledged") String acknowledged, @QueryParam("after") String after) {
        return standing(pages.frame(), id, acknowledged, after, Form.blank());
    }

    @POST
    @Path("/{id}/distribution")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<RestResponse<TemplateInstance>> distribute(String id, @RestForm String version) {
        Frame frame = pages.frame();
        return office.distribute(id, EntityVersion.ofForm(version), List.of(), List.of())
                .map(sent -> Pages.onTo(frame, "/notice-office/" + id));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<RestResponse<TemplateInstance>> withdraw(
            String id, @RestForm String version, @RestForm String reasonJa, @RestForm String reasonEn) {
        Frame frame = pages.frame().at("/notice-office/" + id);
        Form form = Form.with(Map.of(
                        "reasonJa", reasonJa == null ? "" : reasonJa, "reasonEn", reasonEn == null ? "" : reasonEn))
                .named(REASON_NAMES);
        return Uni.createFrom()
                .deferred(() -> office.withdraw(
                        id,
                        EntityVersion.ofForm(version),
                        new NoticeReader().reason(new NoticeTexts(reasonJa, reasonEn)),
                        caller.operator()))
                .map(withdrawn -> Pages.onTo(frame, "/notice-office/" + id))
                .onFailure(Form::isToBeMended)
                .recoverWithUni(refusal -> standing(
                                frame, id, null, null, form.refused((ProblemException) refusal, "", Map.of()))
                        .map(Pages::sentBack));
    }

    /** Sends a mail again that was given up. */
    @POST
    @Path("/dead-letters/{letter}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<RestResponse<TemplateInstance>> retry(String letter) {
        Frame frame = pages.frame();
        return mails.retry(letterId(letter)).map(done -> Pages.onTo(frame, "/notice-office"));
    }

    private Uni<RestResponse<TemplateInstance>> publish(Frame frame, String id, Integer version, TypedNotice typed) {
        return Uni.createFrom()
                .deferred(() -> office.publish(id, typed.request(), Optional.ofNullable(version), caller.operator()))
                .map(issue ->
                        Pages.onTo(frame, "/notice-office/" + issue.notice().id()))
                .onFailure(Form::isToBeMended)
                .recoverWithUni(refusal -> form(frame, id, version, typed.refused((ProblemException) refusal))
                        .map(Pages::sentBack));
    }

    private Uni<TemplateInstance> form(Frame frame, String id, Integer version, Form form) {
        return addressees.groups().map(groups -> Templates.noticeForm(frame, new Sheet(id, version, groups), form));
    }

    private Uni<TemplateInstance> standing(Frame frame, String id, String acknowledged, String after, Form form) {
        ValueReader reader = new ValueReader();
        Boolean read = reader.optional("query:acknowledged", acknowledged, YesOrNo::of);
        PageRequest page = PageRequest.read(reader, after, PART);
        reader.refuseIfAnyInvalid();
        return office.versions(id).flatMap(versions -> office.recipients(id, null, read, page)
                .map(recipients -> Templates.standing(
                        frame,
                        new Standing(versions.get(0), versions, recipients, read == null ? "" : read.toString()),
                        form)));
    }

    private static UUID letterId(String text) {
        try {
            return PageRequest.uuid(text);
        } catch (InvalidValueException e) {
            throw ProblemType.NOTICE_DEAD_LETTER_NOT_FOUND.exception();
        }
    }
}
