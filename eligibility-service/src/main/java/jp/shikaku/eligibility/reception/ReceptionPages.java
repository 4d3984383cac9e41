package jp.shikaku.eligibility.reception;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

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
import org.jboss.resteasy.reactive.RestResponse;

import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.contracts.number.InstitutionCode;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.contracts.watch.WatchRequest;
import jp.shikaku.eligibility.audit.Looker;
import jp.shikaku.eligibility.confirmation.Confirmations;
import jp.shikaku.eligibility.confirmation.Question;
import jp.shikaku.eligibility.confirmation.Submission;
import jp.shikaku.eligibility.watch.Watches;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.page.Form;
import jp.shikaku.kit.page.Frame;
import jp.shikaku.kit.page.Pages;
import jp.shikaku.kit.request.IdempotencyKey;
import jp.shikaku.kit.request.RequestId;

/** What a reception desk works on: ask, read the answer, print what the patient signs, wait for the answer to change. */
@Path("/{language:ja|en}/reception")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.INSTITUTION)
public class ReceptionPages {

    private final Pages pages;
    private final Confirmations confirmations;
    private final Watches watches;
    private final Caller caller;
    private final RequestId requestId;
    private final Clock clock;

    ReceptionPages(
            Pages pages,
            Confirmations confirmations,
            Watches watches,
            Caller caller,
            RequestId requestId,
            Clock clock) {
        this.pages = pages;
        this.confirmations = confirmations;
        this.watches = watches;
        this.caller = caller;
        this.requestId = requestId;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "reception")
    static class Templates {

        static native TemplateInstance ask(Frame p, Form form, String key, LocalDate today);

        static native TemplateInstance undetermined(Frame p, Form form, String key);

        static native TemplateInstance answer(Frame p, AnswerView view);

        static native TemplateInstance waiting(Frame p, AnswerView view);

        static native TemplateInstance waiting$answer(Frame p, AnswerView view);

        static native TemplateInstance declaration(Frame p, String number, String institution, LocalDate today);
    }

    @GET
    public Uni<TemplateInstance> ask() {
        return Uni.createFrom().item(Templates.ask(pages.frame(), Form.blank(), newKey(), today()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<RestResponse<TemplateInstance>> confirm(@BeanParam TypedQuestion typed) {
        InstitutionCode institution = caller.institution();
        Frame frame = pages.frame();
        Question question;
        try {
            question = typed.question(today());
        } catch (ProblemException e) {
            return Uni.createFrom()
                    .item(page(422, Templates.ask(frame, typed.form().refused(e), newKey(), today())));
        }
        Submission submission = Submission.of(typed.key, typed.request());
        return confirmations
                .confirm(institution, question, submission, asking(institution))
                .map(answer -> RestResponse.<TemplateInstance>seeOther(
                        URI.create(address(answer.confirmationNumber().display()))))
                .onFailure(ReceptionPages::isUndetermined)
                .recoverWithItem(() -> page(503, Templates.undetermined(frame, typed.form(), newKey())));
    }

    @GET
    @Path("/{number}")
    public Uni<TemplateInstance> read(String number) {
        InstitutionCode institution = caller.institution();
        Frame frame = pages.frame();
        return confirmations
                .reread(institution, known(number), asking(institution))
                .map(answer -> Templates.answer(frame, new AnswerView(answer, false)));
    }

    /** How it would be answered now; for a page that waits, the part of it that changes. */
    @GET
    @Path("/{number}/now")
    public Uni<TemplateInstance> now(String number) {
        boolean part = pages.isForPart();
        Frame frame = pages.frame();
        return answerNow(number)
                .map(view -> part ? Templates.waiting$answer(frame, view) : Templates.answer(frame, view));
    }

    @POST
    @Path("/{number}/watch")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<RestResponse<Void>> watch(String number) {
        ConfirmationNumber known = known(number);
        return watches.open(
                        caller.institution(),
                        IdempotencyKey.required("page-" + known.value()),
                        UUID.fromString(requestId.value()),
                        new WatchRequest(known.display(), null))
                .map(watch -> RestResponse.seeOther(URI.create(address(known.display() + "/watch"))));
    }

    @GET
    @Path("/{number}/watch")
    public Uni<TemplateInstance> wait(String number) {
        Frame frame = pages.frame();
        return answerNow(number).map(view -> Templates.waiting(frame, view));
    }

    /** 被保険者資格申立書, to be printed and signed by the patient. Carries nothing of the patient: nothing is known. */
    @GET
    @Path("/{number}/declaration")
    public Uni<TemplateInstance> declaration(String number) {
        InstitutionCode institution = caller.institution();
        ConfirmationNumber known = known(number);
        Frame frame = pages.frame();
        return confirmations
                .own(institution, known)
                .map(found -> Templates.declaration(
                        frame,
                        found.orElseThrow(ProblemType.CONFIRMATION_NOT_FOUND::exception)
                                .number()
                                .display(),
                        institution.value(),
                        today()));
    }

    private Uni<AnswerView> answerNow(String number) {
        InstitutionCode institution = caller.institution();
        return confirmations
                .recheck(institution, known(number), asking(institution), answer -> false)
                .map(answer -> new AnswerView(answer, true));
    }

    private Looker asking(InstitutionCode institution) {
        return Looker.institution(institution, requestId.value());
    }

    private LocalDate today() {
        return JapanTime.today(clock);
    }

    private String address(String rest) {
        return "/" + pages.language().getLanguage() + ReceptionSite.DESK + "/" + rest;
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    private static boolean isUndetermined(Throwable failure) {
        return failure instanceof ProblemException problem && problem.type() == ProblemType.UNDETERMINED;
    }

    private static ConfirmationNumber known(String number) {
        try {
            return ConfirmationNumber.of(number);
        } catch (InvalidValueException e) {
            throw ProblemType.CONFIRMATION_NOT_FOUND.exception(); // says nothing about which numbers exist
        }
    }

    private static RestResponse<TemplateInstance> page(int status, TemplateInstance content) {
        return RestResponse.ResponseBuilder.<TemplateInstance>create(status)
                .entity(content)
                .build();
    }
}
