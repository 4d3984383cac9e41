package jp.shikaku.inquiry.site;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

import jp.shikaku.contracts.faq.FaqAudience;
import jp.shikaku.contracts.faq.FaqDecisionRequest;
import jp.shikaku.contracts.faq.FaqDraft;
import jp.shikaku.contracts.faq.FaqDraftEvent;
import jp.shikaku.contracts.faq.FaqDraftRequest;
import jp.shikaku.contracts.faq.FaqDraftState;
import jp.shikaku.contracts.faq.FaqTopic;
import jp.shikaku.contracts.faq.FaqVersion;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.inquiry.faq.editing.FaqDrafts;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.page.Choice;
import jp.shikaku.kit.page.Form;
import jp.shikaku.kit.page.Frame;
import jp.shikaku.kit.page.Pages;
import jp.shikaku.kit.request.EntityVersion;
import jp.shikaku.kit.request.IdempotencyKey;
import jp.shikaku.kit.request.PageRequest;

/** Where operators write questions, review what others wrote, and see what became of it. */
@Path("/{language:ja|en}/faq-drafts")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.OPERATOR)
public class FaqOfficePages {

    private static final String PART = "50";

    /** More steps than a draft takes: each is typed by somebody. */
    private static final PageRequest WHOLE = new PageRequest(null, 100);

    private static final List<Choice> TOPICS = Arrays.stream(FaqTopic.values())
            .map(topic -> new Choice(topic.name(), Topic.name(topic)))
            .toList();

    private static final List<Choice> READERS = List.of(
            Choice.of(FaqAudience.PUBLIC.name(), "どなたでも", "Everybody"),
            Choice.of(FaqAudience.DESK.name(), "医療機関・薬局の窓口", "Clinic and pharmacy desks"),
            Choice.of(FaqAudience.AGENT.name(), "電話窓口の担当者", "Hotline agents"));

    private final Pages pages;
    private final FaqDrafts drafts;
    private final Caller caller;

    FaqOfficePages(Pages pages, FaqDrafts drafts, Caller caller) {
        this.pages = pages;
        this.drafts = drafts;
        this.caller = caller;
    }

    /**
     * A draft as it is shown.
     *
     * @param own whether who looks at it wrote on it, and so does not approve it
     */
    record Line(FaqDraft draft, DraftWords state, LocalizedText topic, boolean own) {}

    /** The form, and what it is about. @param draft what is written anew; {@code null} where a draft begins */
    record Sheet(FaqDraft draft, String key, List<Choice> topics, List<Choice> readers) {

        static Sheet of(FaqDraft draft) {
            return new Sheet(draft, UUID.randomUUID().toString(), TOPICS, READERS);
        }

        public String path() {
            return draft == null ? "/faq-drafts" : "/faq-drafts/" + draft.id() + "/text";
        }
    }

    @CheckedTemplate(basePath = "site")
    static class Templates {

        static native TemplateInstance faqDrafts(Frame p, Page<Line> lines, List<DraftWords> states, String chosen);

        static native TemplateInstance faqDraft(Frame p, Line line, List<FaqDraftEvent> history, Form form);

        static native TemplateInstance faqDraftForm(Frame p, Sheet sheet, Form form);

        static native TemplateInstance faqVersions(Frame p, String entryId, List<FaqVersion> versions);
    }

    @GET
    public Uni<TemplateInstance> list(@QueryParam("state") String state, @QueryParam("after") String after) {
        ValueReader reader = new ValueReader();
        FaqDraftState wanted = reader.optional("query:state", state, DraftWords::state);
        PageRequest page = PageRequest.read(reader, after, PART);
        reader.refuseIfAnyInvalid();
        Frame frame = pages.frame();
        String operator = caller.operator();
        return drafts.list(wanted, null, page)
                .map(found -> Templates.faqDrafts(
                        frame,
                        new Page<>(
                                found.items().stream()
                                        .map(draft -> line(draft, operator))
                                        .toList(),
                                found.next()),
                        DraftWords.ALL,
                        wanted == null ? "" : wanted.name()));
    }

    /** @param entry the question to begin from; missing for a new one */
    @GET
    @Path("/new")
    public Uni<TemplateInstance> begin(@QueryParam("entry") String entry) {
        Frame frame = pages.frame();
        if (entry == null || entry.isBlank()) {
            return Uni.createFrom().item(Templates.faqDraftForm(frame, Sheet.of(null), Form.blank()));
        }
        return drafts.versions(entry)
                .map(versions -> Templates.faqDraftForm(
                        frame, Sheet.of(null), TypedQuestion.of(versions.get(0).entry())));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<RestResponse<TemplateInstance>> keep(@RestForm String key, @BeanParam TypedQuestion typed) {
        Frame frame = pages.frame();
        return Uni.createFrom()
                .deferred(() -> drafts.begin(
                        caller.operator(),
                        IdempotencyKey.required(key),
                        new FaqDraftRequest(typed.entryId, typed.request())))
                .map(draft -> Pages.onTo(frame, "/faq-drafts/" + draft.id()))
                .onFailure(Form::isToBeMended)
                .recoverWithItem(refusal -> Pages.sentBack(
                        Templates.faqDraftForm(frame, Sheet.of(null), typed.refused((ProblemException) refusal))));
    }

    @GET
    @Path("/{id}")
    public Uni<TemplateInstance> one(String id) {
        return page(pages.frame(), id, Form.blank());
    }

    @GET
    @Path("/{id}/text")
    public Uni<TemplateInstance> text(String id) {
        Frame frame = pages.frame();
        return drafts.find(draftId(id))
                .map(draft -> Templates.faqDraftForm(
                        frame, Sheet.of(draft), TypedQuestion.of(draft.entryId(), draft.content())));
    }

    /** @param revision of the draft that the form was made from: what was changed since is not written over */
    @POST
    @Path("/{id}/text")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<RestResponse<TemplateInstance>> write(
            String id, @RestForm String revision, @BeanParam TypedQuestion typed) {
        Frame frame = pages.frame();
        UUID draftId = draftId(id);
        return Uni.createFrom()
                .deferred(
                        () -> drafts.write(draftId, EntityVersion.ofForm(revision), typed.request(), caller.operator()))
                .map(draft -> Pages.onTo(frame, "/faq-drafts/" + draft.id()))
                .onFailure(Form::isToBeMended)
                .recoverWithUni(refusal -> drafts.find(draftId)
                        .map(draft -> Pages.sentBack(Templates.faqDraftForm(
                                frame, Sheet.of(draft), typed.refused((ProblemException) refusal)))));
    }

    @POST
    @Path("/{id}/decision")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<RestResponse<TemplateInstance>> decide(
            String id, @RestForm String revision, @RestForm String decision, @RestForm String comment) {
        Frame frame = pages.frame().at("/faq-drafts/" + id);
        Form form = Form.with(Map.of("comment", comment == null ? "" : comment))
                .named(Map.of("comment", new LocalizedText("ひとこと", "Comment")));
        return Uni.createFrom()
                .deferred(() -> drafts.decide(
                        draftId(id),
                        EntityVersion.ofForm(revision),
                        new FaqDecisionRequest(decision, comment),
                        caller.operator()))
                .map(draft -> Pages.onTo(frame, "/faq-drafts/" + draft.id()))
                .onFailure(Form::isToBeMended)
                .recoverWithUni(refusal -> page(frame, id, form.refused((ProblemException) refusal))
                        .map(Pages::sentBack));
    }

    @GET
    @Path("/versions/{entryId}")
    public Uni<TemplateInstance> versions(String entryId) {
        Frame frame = pages.frame();
        return drafts.versions(entryId).map(versions -> Templates.faqVersions(frame, entryId, versions));
    }

    private Uni<TemplateInstance> page(Frame frame, String id, Form form) {
        String operator = caller.operator();
        UUID draftId = draftId(id);
        return drafts.find(draftId).flatMap(draft -> drafts.history(draftId, WHOLE)
                .map(history -> Templates.faqDraft(frame, line(draft, operator), history.items(), form)));
    }

    private static Line line(FaqDraft draft, String operator) {
        return new Line(
                draft,
                DraftWords.of(draft.state()),
                Topic.name(draft.content().topic()),
                draft.authors().contains(operator));
    }

    private static UUID draftId(String text) {
        try {
            return PageRequest.uuid(text);
        } catch (InvalidValueException e) {
            throw ProblemType.FAQ_DRAFT_NOT_FOUND.exception();
        }
    }
}
