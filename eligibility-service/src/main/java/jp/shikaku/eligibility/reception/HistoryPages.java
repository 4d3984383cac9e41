package jp.shikaku.eligibility.reception;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;

import jp.shikaku.contracts.confirmation.ConfirmationSummary;
import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.contracts.number.InstitutionCode;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.eligibility.audit.Looker;
import jp.shikaku.eligibility.confirmation.Confirmations;
import jp.shikaku.eligibility.confirmation.HistoryRequest;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.page.Frame;
import jp.shikaku.kit.page.Pages;
import jp.shikaku.kit.request.PageRequest;
import jp.shikaku.kit.request.RequestId;

/** What this institution has asked, the latest first. */
@Path("/{language:ja|en}/history")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.INSTITUTION)
public class HistoryPages {

    private static final PageRequest PART = new PageRequest(null, 20);

    private final Pages pages;
    private final Confirmations confirmations;
    private final Caller caller;
    private final RequestId requestId;

    HistoryPages(Pages pages, Confirmations confirmations, Caller caller, RequestId requestId) {
        this.pages = pages;
        this.confirmations = confirmations;
        this.caller = caller;
        this.requestId = requestId;
    }

    @CheckedTemplate(basePath = "reception")
    static class Templates {

        static native TemplateInstance history(Frame p, Page<ConfirmationSummary> asked);
    }

    /** @param after number of the last confirmation on the page before */
    @GET
    public Uni<TemplateInstance> list(@QueryParam("after") String after) {
        InstitutionCode institution = caller.institution();
        ValueReader reader = new ValueReader();
        ConfirmationNumber known = reader.optional("query:after", after, ConfirmationNumber::of);
        reader.refuseIfAnyInvalid();
        Looker looker = Looker.institution(institution, requestId.value());
        Frame frame = pages.frame();
        return confirmations
                .list(institution, new HistoryRequest(null, null, known, PART.limitPlusOne()), looker)
                .map(found -> Templates.history(frame, PART.toPage(found, summary -> summary.confirmationNumber()
                        .display())));
    }
}
