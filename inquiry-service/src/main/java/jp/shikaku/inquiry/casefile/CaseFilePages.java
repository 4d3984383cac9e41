package jp.shikaku.inquiry.casefile;

import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;

import jp.shikaku.contracts.casefile.CaseFile;
import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.page.Form;
import jp.shikaku.kit.page.Frame;
import jp.shikaku.kit.page.Pages;
import jp.shikaku.kit.request.RequestId;

/** What an agent sees while the caller reads out a number: the sentence to say, the next step, the next date. */
@Path("/{language:ja|en}/casefiles")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.HOTLINE)
public class CaseFilePages {

    private static final String FIELD = "number";

    private final Pages pages;
    private final CaseFiles caseFiles;
    private final Caller caller;
    private final RequestId requestId;

    CaseFilePages(Pages pages, CaseFiles caseFiles, Caller caller, RequestId requestId) {
        this.pages = pages;
        this.caseFiles = caseFiles;
        this.caller = caller;
        this.requestId = requestId;
    }

    @CheckedTemplate(basePath = "casefile")
    static class Templates {

        static native TemplateInstance find(Frame p, Form form);

        static native TemplateInstance caseFile(Frame p, Form form, CaseFile file, List<Station> way);
    }

    /** @param number as the caller read it out; nothing to begin with */
    @GET
    public Uni<TemplateInstance> open(@QueryParam(FIELD) String number) {
        String agent = caller.agent();
        Frame frame = pages.frame();
        if (number == null || number.isBlank()) {
            return Uni.createFrom().item(Templates.find(frame, Form.blank()));
        }
        Form form = Form.with(Map.of(FIELD, number.strip()));
        ConfirmationNumber read;
        try {
            read = ConfirmationNumber.of(number);
        } catch (InvalidValueException e) {
            return Uni.createFrom().item(Templates.find(frame, refused(form, e.fault())));
        }
        return caseFiles
                .open(read, agent, requestId.value())
                .map(file -> Templates.caseFile(frame, Form.blank(), file, Station.way(file.progress())))
                .onFailure(CaseFilePages::isUnknown)
                .recoverWithItem(() -> Templates.find(frame, refused(form, ValueFault.CONFIRMATION_UNKNOWN)));
    }

    private static boolean isUnknown(Throwable failure) {
        return failure instanceof ProblemException problem && problem.type() == ProblemType.CONFIRMATION_NOT_FOUND;
    }

    private static Form refused(Form form, ValueFault fault) {
        return new Form(form.values(), List.of(new InvalidField("query:" + FIELD, fault)));
    }
}
