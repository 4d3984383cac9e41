package jp.shikaku.inquiry.faq;

import java.time.Clock;
import java.util.List;
import java.util.Locale;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;

import jp.shikaku.contracts.faq.FaqAudience;
import jp.shikaku.contracts.faq.FaqEntry;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.time.JapanTime;

/** The questions people ask. Public. */
@Path("/faq")
@Tag(name = "faq")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class FaqResource {

    private final FaqLibrary library;
    private final Clock clock;

    FaqResource(FaqLibrary library, Clock clock) {
        this.library = library;
        this.clock = clock;
    }

    @GET
    @Cache(maxAge = 300)
    @Operation(
            operationId = "listFaq",
            summary = "Every answer that holds today; for one audience (public, desk, agent) when asked")
    public List<FaqEntry> all(@QueryParam("audience") String audience) {
        ValueReader reader = new ValueReader();
        FaqAudience wanted = reader.optional("query:audience", audience, FaqResource::audience);
        reader.refuseIfAnyInvalid();
        return library.entriesOn(JapanTime.today(clock)).stream()
                .filter(entry -> wanted == null || entry.audience().contains(wanted))
                .toList();
    }

    @GET
    @Path("/{id}")
    @Cache(maxAge = 300)
    @Operation(operationId = "readFaq", summary = "One question and its answer")
    public FaqEntry one(String id) {
        return library.find(id, JapanTime.today(clock)).orElseThrow(ProblemType.FAQ_NOT_FOUND::exception);
    }

    private static FaqAudience audience(String text) {
        try {
            return FaqAudience.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new InvalidValueException(ValueFault.UNKNOWN_CODE);
        }
    }
}
