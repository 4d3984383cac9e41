package jp.shikaku.registration.hold;

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

import jp.shikaku.contracts.hold.Hold;
import jp.shikaku.contracts.hold.HoldAge;
import jp.shikaku.contracts.hold.HoldDecisionRequest;
import jp.shikaku.contracts.hold.HoldEffect;
import jp.shikaku.contracts.hold.HoldReason;
import jp.shikaku.contracts.hold.HoldState;
import jp.shikaku.contracts.hold.HoldSummary;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.paging.Page;
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
import jp.shikaku.kit.request.PageRequest;
import jp.shikaku.registration.request.ResourceId;

/** An insurer's worklist of records in doubt, and the decision on each. */
@Path("/{language:ja|en}/holds")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.INSURER)
public class HoldPages {

    private static final int PART = 50;

    private final Pages pages;
    private final HoldDesk desk;
    private final HoldTallies tallies;
    private final Caller caller;

    HoldPages(Pages pages, HoldDesk desk, HoldTallies tallies, Caller caller) {
        this.pages = pages;
        this.desk = desk;
        this.tallies = tallies;
        this.caller = caller;
    }

    /** What the list is narrowed to; empty for everything that is open. */
    record Narrowed(String state, String effect, String code, String minAgeDays) {

        static Narrowed of(HoldQuery query) {
            return new Narrowed(text(query.state), text(query.effect), text(query.code), text(query.minAgeDays));
        }

        private static String text(String value) {
            return value == null ? "" : value;
        }
    }

    /** How many have been open so long, and from how many days on that is. */
    record AgeBand(LocalizedText name, long count, String fromDays) {}

    @CheckedTemplate(basePath = "hold")
    static class Templates {

        static native TemplateInstance holds(
                Frame p, Page<Hold> holds, List<AgeBand> ages, long open, Narrowed narrowed, List<Choice> effects);

        static native TemplateInstance hold(Frame p, Hold hold, Form form, List<Choice> reasons, boolean open);
    }

    @GET
    public Uni<TemplateInstance> list(@BeanParam HoldQuery query, @QueryParam("after") String after) {
        InsurerNumber insurer = caller.insurer();
        Narrowed narrowed = Narrowed.of(query);
        if (narrowed.state().isEmpty()) {
            query.state = HoldState.OPEN.name();
        }
        ValueReader reader = new ValueReader();
        HoldFilter filter = HoldFilter.read(reader, query, caller.subject());
        PageRequest page = PageRequest.read(reader, after, Integer.toString(PART));
        reader.refuseIfAnyInvalid();
        Frame frame = pages.frame();
        return desk.list(insurer, filter, page).flatMap(found -> tallies.of(insurer)
                .map(summary -> Templates.holds(
                        frame, found, ages(summary), summary.byState().get(HoldState.OPEN), narrowed, effects())));
    }

    @GET
    @Path("/{id}")
    public Uni<TemplateInstance> one(String id) {
        Frame frame = pages.frame();
        return find(id).map(hold -> page(frame, hold, Form.blank()));
    }

    @POST
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<RestResponse<TemplateInstance>> decide(
            String id, @RestForm String decision, @RestForm String reasonCode, @RestForm String reason) {
        Frame frame = pages.frame();
        Form form = Form.with(Map.of(
                        "reasonCode", reasonCode == null ? "" : reasonCode, "reason", reason == null ? "" : reason))
                .named(Map.of(
                        "reasonCode", new LocalizedText("理由", "Reason"),
                        "reason", new LocalizedText("説明", "In words")));
        Decision read;
        try {
            read = Decision.read(new HoldDecisionRequest(decision, reasonCode, reason));
        } catch (ProblemException e) {
            return find(id).map(hold -> Pages.sentBack(page(frame, hold, form.refused(e))));
        }
        UUID hold = ResourceId.of(id, ProblemType.HOLD_NOT_FOUND);
        return desk.decide(caller.insurer(), hold, read, caller.subject())
                .map(decided -> Pages.onTo(frame, "/holds/" + decided.id()));
    }

    private Uni<Hold> find(String id) {
        return desk.find(caller.insurer(), ResourceId.of(id, ProblemType.HOLD_NOT_FOUND))
                .map(found -> found.orElseThrow(ProblemType.HOLD_NOT_FOUND::exception));
    }

    private static TemplateInstance page(Frame frame, Hold hold, Form form) {
        return Templates.hold(frame, hold, form, reasons(), hold.state() == HoldState.OPEN);
    }

    private static List<AgeBand> ages(HoldSummary summary) {
        return Arrays.stream(HoldAge.values())
                .map(age -> new AgeBand(name(age), summary.openByAge().get(age), fromDays(age)))
                .toList();
    }

    private static String fromDays(HoldAge age) {
        return age.ordinal() == 0 ? "0" : HoldAge.bounds()[age.ordinal() - 1].toString();
    }

    private static LocalizedText name(HoldAge age) {
        return switch (age) {
            case UP_TO_2_DAYS -> new LocalizedText("2日以内", "up to 2 days");
            case UP_TO_5_DAYS -> new LocalizedText("3〜5日", "3 to 5 days");
            case UP_TO_10_DAYS -> new LocalizedText("6〜10日", "6 to 10 days");
            case UP_TO_30_DAYS -> new LocalizedText("11〜30日", "11 to 30 days");
            case OVER_30_DAYS -> new LocalizedText("31日以上", "over 30 days");
        };
    }

    private static List<Choice> effects() {
        return Arrays.stream(HoldEffect.values())
                .map(effect -> new Choice(
                        effect.name(),
                        switch (effect) {
                            case STOPS_LINKAGE -> new LocalizedText("連携を停止中", "Not shown anywhere");
                            case RESTRICTS_MEDICAL_INFO ->
                                new LocalizedText("診療情報のみ停止", "Medical information withheld");
                        }))
                .toList();
    }

    private static List<Choice> reasons() {
        return Arrays.stream(HoldReason.values())
                .map(reason -> new Choice(
                        reason.name(),
                        switch (reason) {
                            case DOCUMENT_SEEN ->
                                new LocalizedText("本人の書類で確認した", "Checked against a document of the person");
                            case PERSON_ASKED -> new LocalizedText("本人か勤め先に確認した", "Asked the person or the employer");
                            case REGISTER_BEHIND ->
                                new LocalizedText("転居・改姓などの直後で住民票側が未反映", "The resident register is behind");
                            case SPELLING_ONLY -> new LocalizedText("表記が違うだけ", "Only the way of writing differs");
                            case WRONG_PERSON -> new LocalizedText("別の人に登録していた", "Entered for the wrong person");
                            case ENTERED_IN_ERROR -> new LocalizedText("重複や誤って登録した", "Entered twice or by mistake");
                            case OTHER -> new LocalizedText("その他（理由欄に記入）", "Anything else, as the text says");
                        }))
                .toList();
    }
}
