package jp.shikaku.inquiry.notice.delivery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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

import jp.shikaku.contracts.notice.NoticeAddressee;
import jp.shikaku.contracts.notice.NoticeAddresseeRequest;
import jp.shikaku.contracts.notice.NoticeRequest.NoticeTexts;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.page.Choice;
import jp.shikaku.kit.page.Form;
import jp.shikaku.kit.page.Frame;
import jp.shikaku.kit.page.Pages;
import jp.shikaku.kit.request.EntityVersion;
import jp.shikaku.kit.request.PageRequest;

/** To whom notices can be sent, and at which address. */
@Path("/{language:ja|en}/notice-office/addressees")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.OPERATOR)
public class AddresseePages {

    private static final PageRequest PART = new PageRequest(null, 50);
    private static final List<Choice> LANGUAGES =
            List.of(Choice.of("ja", "日本語", "Japanese"), Choice.of("en", "英語", "English"));

    private static final Map<String, LocalizedText> NAMES = Map.of(
            "id", new LocalizedText("識別名", "Id"),
            "nameJa", new LocalizedText("名称（日本語）", "Name, Japanese"),
            "nameEn", new LocalizedText("名称（英語）", "Name, English"),
            "email", new LocalizedText("メールアドレス", "E-mail address"),
            "language", new LocalizedText("メールの言語", "Language of mails"));

    private final Pages pages;
    private final AddresseeDesk desk;
    private final Caller caller;

    AddresseePages(Pages pages, AddresseeDesk desk, Caller caller) {
        this.pages = pages;
        this.desk = desk;
        this.caller = caller;
    }

    /** The form. @param revision of what it was made from; {@code null} for a new addressee */
    record Sheet(String id, Integer revision, List<Choice> groups, List<Choice> languages) {}

    @CheckedTemplate(basePath = "notice")
    static class Templates {

        static native TemplateInstance addressees(Frame p, Page<NoticeAddressee> addressees, boolean withoutEmail);

        static native TemplateInstance addressee(Frame p, Sheet sheet, Form form);
    }

    @GET
    public Uni<TemplateInstance> list(
            @QueryParam("withoutEmail") String withoutEmail, @QueryParam("after") @DefaultValue("") String after) {
        boolean without = "true".equals(withoutEmail);
        Frame frame = pages.frame();
        return desk.list(null, without, after, PART).map(found -> Templates.addressees(frame, found, without));
    }

    @GET
    @Path("/new")
    public Uni<TemplateInstance> add() {
        return form(pages.frame(), null, null, Form.blank());
    }

    @GET
    @Path("/{id}")
    public Uni<TemplateInstance> one(String id) {
        Frame frame = pages.frame();
        return desk.find(id)
                .flatMap(found -> form(
                        frame,
                        id,
                        found.revision(),
                        typed(
                                id,
                                found.name().ja(),
                                found.name().en(),
                                found.email(),
                                found.language(),
                                found.groups())));
    }

    /** @param revision of what the form was made from; empty for a new addressee */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<RestResponse<TemplateInstance>> put(
            @RestForm String id,
            @RestForm String revision,
            @RestForm String nameJa,
            @RestForm String nameEn,
            @RestForm String email,
            @RestForm String language,
            @RestForm List<String> groups) {
        Frame frame = pages.frame();
        Integer known = revision == null || revision.isBlank() ? null : EntityVersion.ofForm(revision);
        NoticeAddresseeRequest request =
                new NoticeAddresseeRequest(new NoticeTexts(nameJa, nameEn), email, language, groups);
        return Uni.createFrom()
                .deferred(() -> desk.put(id, request, Optional.ofNullable(known), caller.operator()))
                .map(kept -> Pages.onTo(frame, "/notice-office/addressees"))
                .onFailure(Form::isToBeMended)
                .recoverWithUni(refusal -> form(
                                frame,
                                id,
                                known,
                                typed(id, nameJa, nameEn, email, language, groups)
                                        .refused((ProblemException) refusal, "", Map.of()))
                        .map(Pages::sentBack));
    }

    private Uni<TemplateInstance> form(Frame frame, String id, Integer revision, Form form) {
        return desk.groups()
                .map(groups -> Templates.addressee(frame, new Sheet(id, revision, groups, LANGUAGES), form));
    }

    private static Form typed(
            String id, String nameJa, String nameEn, String email, String language, List<String> groups) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("id", id);
        values.put("nameJa", nameJa);
        values.put("nameEn", nameEn);
        values.put("email", email);
        values.put("language", language);
        values.put("groups", groups == null ? null : String.join("\n", groups));
        values.values().removeIf(Objects::isNull);
        return Form.with(values).named(NAMES);
    }
}
