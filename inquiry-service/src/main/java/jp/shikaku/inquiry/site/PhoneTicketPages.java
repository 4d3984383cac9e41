package jp.shikaku.inquiry.site;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;

import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.contracts.ticket.AgentReceipt;
import jp.shikaku.contracts.ticket.TicketLanguage;
import jp.shikaku.inquiry.ticket.AgentTickets;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.page.Choice;
import jp.shikaku.kit.page.Form;
import jp.shikaku.kit.page.Frame;
import jp.shikaku.kit.page.Pages;
import jp.shikaku.kit.request.IdempotencyKey;

/** Where an agent types what a caller says on the telephone, and gets number and code to read out. */
@Path("/{language:ja|en}/tickets")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.HOTLINE)
public class PhoneTicketPages {

    private static final List<Choice> LANGUAGES = List.of(
            new Choice(TicketLanguage.JA.code(), new LocalizedText("日本語", "Japanese")),
            new Choice(TicketLanguage.EN.code(), new LocalizedText("英語", "English")));

    private final Pages pages;
    private final AgentTickets tickets;
    private final Caller caller;

    PhoneTicketPages(Pages pages, AgentTickets tickets, Caller caller) {
        this.pages = pages;
        this.tickets = tickets;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "site")
    static class Templates {

        static native TemplateInstance phoneTicket(
                Frame p, Form form, String key, List<Choice> topics, List<Choice> languages);

        static native TemplateInstance phoneReceipt(Frame p, AgentReceipt opened);
    }

    @GET
    @Path("/new")
    public Uni<TemplateInstance> begin() {
        return Uni.createFrom().item(form(pages.frame(), Form.blank()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<RestResponse<TemplateInstance>> receive(@BeanParam TypedInquiry typed, @RestForm String key) {
        Frame frame = pages.frame().at("/tickets/new");
        String agent = caller.agent();
        return Uni.createFrom()
                .deferred(() -> tickets.open(agent, IdempotencyKey.required(key), typed.request()))
                .map(opened -> RestResponse.ResponseBuilder.create(
                                RestResponse.Status.CREATED, Templates.phoneReceipt(frame, opened))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build())
                .onFailure(Form::isToBeMended)
                .recoverWithItem(
                        refusal -> Pages.sentBack(form(frame, typed.form().refused((ProblemException) refusal))));
    }

    private static TemplateInstance form(Frame frame, Form form) {
        return Templates.phoneTicket(frame, form, UUID.randomUUID().toString(), TypedInquiry.topics(), LANGUAGES);
    }
}
