package jp.shikaku.inquiry.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

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
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestResponse;

import jp.shikaku.contracts.faq.FaqFinding;
import jp.shikaku.contracts.number.TicketNumber;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.contracts.ticket.Ticket;
import jp.shikaku.contracts.ticket.TicketDecisionRequest;
import jp.shikaku.contracts.ticket.TicketMessageRequest;
import jp.shikaku.contracts.ticket.TicketSummary;
import jp.shikaku.inquiry.faq.search.FaqSearch;
import jp.shikaku.inquiry.ticket.AgentTickets;
import jp.shikaku.inquiry.ticket.TicketExport;
import jp.shikaku.inquiry.ticket.TicketFilter;
import jp.shikaku.inquiry.ticket.TicketLife;
import jp.shikaku.inquiry.ticket.TicketQuery;
import jp.shikaku.inquiry.ticket.TicketStep;
import jp.shikaku.kit.file.CsvTable;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.page.Form;
import jp.shikaku.kit.page.Frame;
import jp.shikaku.kit.page.Pages;
import jp.shikaku.kit.request.EntityVersion;
import jp.shikaku.kit.request.IdempotencyKey;
import jp.shikaku.kit.request.PageRequest;

/** The hotline's worklist of inquiries: due first, one opened, answered, handed on or closed. */
@Path("/{language:ja|en}/tickets")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.HOTLINE)
public class TicketPages {

    private static final String PART = "50";
    private static final int QUESTIONS = 200;

    /** The first part of a history. */
    private static final PageRequest BEGINNING = new PageRequest(null, Integer.parseInt(PART));

    private final Pages pages;
    private final AgentTickets tickets;
    private final TicketExport export;
    private final FaqSearch questions;
    private final Caller caller;

    TicketPages(Pages pages, AgentTickets tickets, TicketExport export, FaqSearch questions, Caller caller) {
        this.pages = pages;
        this.tickets = tickets;
        this.export = export;
        this.questions = questions;
        this.caller = caller;
    }

    /** A way to narrow the list. */
    record Choice(String query, LocalizedText name, boolean chosen) {}

    /** An inquiry as it is listed. */
    record Line(TicketSummary ticket, LocalizedText topic) {

        static Line of(TicketSummary ticket) {
            return new Line(ticket, ticket.topic() == null ? new LocalizedText("—", "—") : Topic.name(ticket.topic()));
        }
    }

    /** What {@code agent} can do with an inquiry as it stands; anything else would be refused. */
    record Turn(TicketSummary ticket, String agent) {

        public boolean canWrite() {
            return ticket.purgedAt() == null;
        }

        public boolean canAnswer() {
            return allows(TicketStep.ANSWER);
        }

        public boolean canTakeOn() {
            return allows(TicketStep.ASSIGN) && !agent.equals(ticket.assignee());
        }

        public boolean canHandOver() {
            return allows(TicketStep.ASSIGN);
        }

        public boolean canHandBack() {
            return allows(TicketStep.RELEASE);
        }

        public boolean canClose() {
            return allows(TicketStep.CLOSE);
        }

        public boolean canReopen() {
            return allows(TicketStep.REOPEN);
        }

        private boolean allows(TicketStep step) {
            return canWrite() && TicketLife.allows(ticket.state(), step);
        }
    }

    @CheckedTemplate(basePath = "site")
    static class Templates {

        static native TemplateInstance tickets(Frame p, Page<Line> lines, List<Choice> choices, String narrowed);

        static native TemplateInstance agentTicket(
                Frame p,
                Ticket ticket,
                Line line,
                Turn turn,
                Form form,
                String key,
                List<FaqFinding> questions,
                Page<Deed> history);
    }

    @GET
    public Uni<TemplateInstance> list(
            @BeanParam TicketQuery query,
            @QueryParam("assignee") String assignee,
            @QueryParam("unassigned") String unassigned,
            @QueryParam("overdue") String overdue,
            @QueryParam("after") String after) {
        ValueReader reader = new ValueReader();
        TicketFilter filter = TicketFilter.read(reader, query);
        PageRequest page = PageRequest.read(reader, after, PART);
        reader.refuseIfAnyInvalid();
        Frame frame = pages.frame();
        List<Choice> choices = List.of(
                new Choice(
                        "",
                        new LocalizedText("未完了", "Open"),
                        assignee == null && unassigned == null && overdue == null),
                new Choice("?unassigned=true", new LocalizedText("担当なし", "Nobody’s"), unassigned != null),
                new Choice("?assignee=" + caller.agent(), new LocalizedText("自分の担当", "Mine"), assignee != null),
                new Choice("?overdue=true", new LocalizedText("期限超過", "Overdue"), overdue != null));
        String narrowed = choices.stream()
                .filter(choice -> choice.chosen() && !choice.query().isEmpty())
                .map(choice -> choice.query().substring(1))
                .collect(Collectors.joining());
        return tickets.list(filter, page)
                .map(found -> Templates.tickets(
                        frame,
                        new Page<>(found.items().stream().map(Line::of).toList(), found.next()),
                        choices,
                        narrowed));
    }

    /** The list as it is narrowed, for a spreadsheet; who takes it away is recorded. */
    @GET
    @Path("/list.csv")
    @Produces(CsvTable.MEDIA_TYPE)
    public RestMulti<byte[]> file(@BeanParam TicketQuery query) {
        return export.file(query, null, null, pages.language());
    }

    @GET
    @Path("/{number}")
    @Blocking // the questions to answer with may have to be read first
    public Uni<TemplateInstance> one(String number, @QueryParam("after") String after) {
        ValueReader reader = new ValueReader();
        PageRequest part = PageRequest.read(reader, after, PART);
        reader.refuseIfAnyInvalid();
        return page(pages.frame(), known(number), caller.agent(), Form.blank(), answers(), part);
    }

    @POST
    @Path("/{number}/messages")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Uni<RestResponse<TemplateInstance>> write(
            String number,
            @RestForm String revision,
            @RestForm String key,
            @RestForm String kind,
            @RestForm String text,
            @RestForm String faqEntry) {
        Frame frame = pages.frame().at("/tickets/" + number);
        TicketNumber ticket = known(number);
        String agent = caller.agent();
        TicketMessageRequest request = new TicketMessageRequest(kind, text, present(faqEntry), null);
        Form form = form(kind, text, faqEntry);
        List<FaqFinding> answers = answers();
        return Uni.createFrom()
                .deferred(() -> tickets.write(
                        ticket, EntityVersion.ofForm(revision), agent, IdempotencyKey.required(key), request))
                .map(written -> back(frame, ticket))
                .onFailure(Form::isToBeMended)
                .recoverWithUni(refusal -> sentBack(frame, ticket, agent, form, refusal, answers));
    }

    /** @param assignee who is to have it; left out by whoever takes it on */
    @POST
    @Path("/{number}/decision")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Uni<RestResponse<TemplateInstance>> decide(
            String number, @RestForm String revision, @RestForm String decision, @RestForm String assignee) {
        Frame frame = pages.frame().at("/tickets/" + number);
        TicketNumber ticket = known(number);
        String agent = caller.agent();
        Form form = Form.with(Map.of("assignee", assignee == null ? "" : assignee))
                .named(Map.of("assignee", new LocalizedText("担当者ID", "Agent’s id")));
        List<FaqFinding> answers = answers();
        return Uni.createFrom()
                .deferred(() -> tickets.decide(
                        ticket,
                        EntityVersion.ofForm(revision),
                        agent,
                        new TicketDecisionRequest(decision, named(assignee), null)))
                .map(decided -> back(frame, ticket))
                .onFailure(Form::isToBeMended)
                .recoverWithUni(refusal -> sentBack(frame, ticket, agent, form, refusal, answers));
    }

    private Uni<RestResponse<TemplateInstance>> sentBack(
            Frame frame, TicketNumber ticket, String agent, Form form, Throwable refusal, List<FaqFinding> answers) {
        return page(frame, ticket, agent, form.refused((ProblemException) refusal), answers, BEGINNING)
                .map(Pages::sentBack);
    }

    /** @throws ProblemException when it is to be handed over and to nobody: it would come to whoever sent the form */
    private static String named(String assignee) {
        ValueReader reader = new ValueReader();
        if (assignee != null) {
            reader.required("/assignee", assignee, Function.identity());
        }
        reader.refuseIfAnyInvalid();
        return assignee;
    }

    private List<FaqFinding> answers() {
        return questions
                .answer(new FaqSearch.Question(null, null, null, pages.language(), null, QUESTIONS))
                .items();
    }

    /** The history is read after the look, which it tells of too. */
    private Uni<TemplateInstance> page(
            Frame frame, TicketNumber number, String agent, Form form, List<FaqFinding> answers, PageRequest part) {
        return tickets.read(number, agent).flatMap(ticket -> tickets.history(number, part)
                .map(history -> Templates.agentTicket(
                        frame,
                        ticket,
                        Line.of(ticket.summary()),
                        new Turn(ticket.summary(), agent),
                        form,
                        UUID.randomUUID().toString(),
                        answers,
                        new Page<>(history.items().stream().map(Deed::of).toList(), history.next()))));
    }

    private static RestResponse<TemplateInstance> back(Frame frame, TicketNumber ticket) {
        return Pages.onTo(frame, "/tickets/" + ticket.display());
    }

    private static Form form(String kind, String text, String faqEntry) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("kind", kind == null ? "" : kind);
        values.put("text", text == null ? "" : text);
        values.put("faqEntry", faqEntry == null ? "" : faqEntry);
        return Form.with(values)
                .named(Map.of(
                        "text", new LocalizedText("本文", "Text"),
                        "faqEntry", new LocalizedText("よくある質問の答え", "Answer of a question")));
    }

    private static String present(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static TicketNumber known(String number) {
        try {
            return TicketNumber.of(number);
        } catch (InvalidValueException e) {
            throw ProblemType.TICKET_NOT_FOUND.exception();
        }
    }
}
