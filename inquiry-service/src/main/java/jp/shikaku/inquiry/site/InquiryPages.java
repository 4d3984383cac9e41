package jp.shikaku.inquiry.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
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
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;

import jp.shikaku.contracts.number.FollowUpCode;
import jp.shikaku.contracts.number.TicketNumber;
import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.contracts.ticket.CallerMessageRequest;
import jp.shikaku.contracts.ticket.CallerTicket;
import jp.shikaku.contracts.ticket.TicketReceipt;
import jp.shikaku.inquiry.ticket.CallerAddress;
import jp.shikaku.inquiry.ticket.PublicTickets;
import jp.shikaku.kit.page.Choice;
import jp.shikaku.kit.page.Form;
import jp.shikaku.kit.page.Frame;
import jp.shikaku.kit.page.Pages;
import jp.shikaku.kit.request.IdempotencyKey;

/**
 * Where anybody writes to the hotline, and reads the reply with the number and the code of the receipt. The code stands in
 * forms only, never in an address.
 */
@Path("/{language:ja|en}/inquiry")
@Produces(MediaType.TEXT_HTML)
@PermitAll
public class InquiryPages {

    private static final String NOT_STORED = "no-store";

    private static final Map<String, LocalizedText> NAMES = Map.of(
            "text", new LocalizedText("窓口に伝えること", "What you want to say"),
            "number", new LocalizedText("受付番号", "Receipt number"),
            "code", new LocalizedText("確認コード", "Code"));

    private final Pages pages;
    private final PublicTickets tickets;
    private final HttpServerRequest call;

    InquiryPages(Pages pages, PublicTickets tickets, HttpServerRequest call) {
        this.pages = pages;
        this.tickets = tickets;
        this.call = call;
    }

    @CheckedTemplate(basePath = "site")
    static class Templates {

        static native TemplateInstance inquiry(Frame p, Form form, String key, List<Choice> topics);

        static native TemplateInstance receipt(Frame p, TicketReceipt receipt);

        static native TemplateInstance follow(Frame p, Form form);

        static native TemplateInstance ticket(Frame p, CallerTicket ticket, Form form, String key);
    }

    @GET
    public TemplateInstance write() {
        return form(pages.frameWithForm(), Form.blank());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<RestResponse<TemplateInstance>> send(@BeanParam TypedInquiry typed, @RestForm String key) {
        Frame frame = pages.frameWithForm();
        return Uni.createFrom()
                .deferred(() -> tickets.submit(IdempotencyKey.required(key), typed.request(), from()))
                .map(receipt -> page(201, Templates.receipt(frame, receipt)))
                .onFailure(Form::isToBeMended)
                .recoverWithItem(refusal -> page(422, form(frame, typed.form().refused((ProblemException) refusal))));
    }

    @GET
    @Path("/reply")
    public TemplateInstance ask() {
        return Templates.follow(pages.frameWithForm(), Form.blank());
    }

    /** The reply, to whoever has both number and code. */
    @POST
    @Path("/reply")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<RestResponse<TemplateInstance>> read(@RestForm String number, @RestForm String code) {
        Frame frame = pages.frameWithForm();
        Form form = filled("number", number);
        ValueReader reader = new ValueReader();
        TicketNumber ticket = reader.required("/number", number, TicketNumber::of);
        FollowUpCode opening = reader.required("/code", code, FollowUpCode::of);
        if (!reader.allValid()) {
            Form faulty = new Form(form.values(), reader.faults(), NAMES);
            return Uni.createFrom().item(page(422, Templates.follow(frame, faulty)));
        }
        return tickets.read(ticket, opening, from())
                .map(found -> page(200, opened(frame, found, filled("code", opening.display()))))
                .onFailure(InquiryPages::isUnknown)
                .recoverWithItem(() -> page(
                        422,
                        Templates.follow(
                                frame,
                                new Form(
                                        form.values(),
                                        List.of(new InvalidField("/number", ValueFault.RECEIPT_UNKNOWN)),
                                        NAMES))));
    }

    /** What its caller adds; with the code, as nobody has signed in. */
    @POST
    @Path("/reply/messages")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<RestResponse<TemplateInstance>> write(
            @RestForm String number, @RestForm String code, @RestForm String text, @RestForm String key) {
        Frame frame = pages.frameWithForm().at("/inquiry/reply");
        Form form = filled("code", code, "text", text);
        ValueReader reader = new ValueReader();
        TicketNumber ticket = reader.required("/number", number, TicketNumber::of);
        FollowUpCode opening = reader.required("/code", code, FollowUpCode::of);
        reader.refuseIfAnyInvalid();
        return Uni.createFrom()
                .deferred(() -> tickets.write(
                        ticket, opening, IdempotencyKey.required(key), new CallerMessageRequest(text), from()))
                .map(found -> page(200, opened(frame, found, filled("code", code))))
                .onFailure(Form::isToBeMended)
                .recoverWithUni(refusal -> tickets.read(ticket, opening, from())
                        .map(found -> page(422, opened(frame, found, form.refused((ProblemException) refusal)))));
    }

    private static TemplateInstance opened(Frame frame, CallerTicket ticket, Form form) {
        return Templates.ticket(frame, ticket, form, UUID.randomUUID().toString());
    }

    private CallerAddress from() {
        return CallerAddress.of(
                call.remoteAddress() == null ? null : call.remoteAddress().hostAddress());
    }

    private static boolean isUnknown(Throwable failure) {
        return failure instanceof ProblemException problem && problem.type() == ProblemType.TICKET_NOT_FOUND;
    }

    private static TemplateInstance form(Frame frame, Form form) {
        return Templates.inquiry(frame, form, UUID.randomUUID().toString(), TypedInquiry.topics());
    }

    private static Form filled(String... fieldsAndValues) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            if (fieldsAndValues[i + 1] != null) {
                values.put(fieldsAndValues[i], fieldsAndValues[i + 1]);
            }
        }
        return Form.with(values).named(NAMES);
    }

    private static RestResponse<TemplateInstance> page(int status, TemplateInstance content) {
        return RestResponse.ResponseBuilder.<TemplateInstance>create(status)
                .entity(content)
                .header(HttpHeaders.CACHE_CONTROL, NOT_STORED)
                .build();
    }
}
