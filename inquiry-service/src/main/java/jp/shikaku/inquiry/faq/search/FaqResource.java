package jp.shikaku.inquiry.faq.search;

import java.util.List;
import java.util.Locale;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.RestResponse;

import jp.shikaku.contracts.display.DisplayId;
import jp.shikaku.contracts.faq.FaqAnswers;
import jp.shikaku.contracts.faq.FaqAudience;
import jp.shikaku.contracts.faq.FaqEntry;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.kit.problem.CallerLanguage;
import jp.shikaku.kit.request.PageRequest;

/** The questions people ask. Public. */
@Path("/faq")
@Tag(name = "faq")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class FaqResource {

    /** Longer than anybody says in one breath. */
    private static final int LONGEST_SEARCH = 200;

    private static final List<String> LANGUAGES = List.of("ja", "en");

    /** A correction is seen by everybody within half a minute. */
    private static final String FRESH = "public, max-age=30";

    private final FaqSearch search;
    private final FaqShelf shelf;

    FaqResource(FaqSearch search, FaqShelf shelf) {
        this.search = search;
        this.shelf = shelf;
    }

    @GET
    @Operation(
            operationId = "searchFaq",
            summary = "The answers that hold today; those that answer what is asked, the best first, when q is given",
            description = "q: up to 200 characters in everyday words: kanji, kana, romaji or English. "
                    + "audience: public, desk or agent. display: the slug of a display. language: ja or en, of what is marked. "
                    + "When nothing is found, the answer says where else to ask.")
    public RestResponse<FaqAnswers> search(
            @QueryParam("q") String q,
            @QueryParam("audience") String audience,
            @QueryParam("display") String display,
            @QueryParam("language") String language,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("10") String limit,
            @Context HttpHeaders headers) {
        ValueReader reader = new ValueReader();
        String words = reader.optionalText("query:q", q, LONGEST_SEARCH);
        FaqAudience wanted = reader.optional("query:audience", audience, FaqResource::audience);
        DisplayId shownThere = reader.optional("query:display", display, FaqResource::display);
        Locale spoken = reader.optional("query:language", language, FaqResource::language);
        String cursor = reader.optional("query:after", after, FaqResource::id);
        PageRequest page = PageRequest.read(reader, null, limit);
        reader.refuseIfAnyInvalid();
        Locale shown = spoken == null ? CallerLanguage.of(headers.getAcceptableLanguages()) : spoken;
        return RestResponse.ResponseBuilder.ok(
                        search.answer(new FaqSearch.Question(words, wanted, shownThere, shown, cursor, page.limit())))
                .header(HttpHeaders.CACHE_CONTROL, FRESH)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    @GET
    @Path("/{id}")
    @Cache(maxAge = 30)
    @Operation(operationId = "readFaq", summary = "One question and its answer as it holds today")
    public FaqEntry one(String id) {
        return shelf.find(id).orElseThrow(ProblemType.FAQ_NOT_FOUND::exception);
    }

    private static FaqAudience audience(String text) {
        try {
            return FaqAudience.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new InvalidValueException(ValueFault.UNKNOWN_CODE);
        }
    }

    private static DisplayId display(String slug) {
        return DisplayId.find(slug).orElseThrow(() -> new InvalidValueException(ValueFault.UNKNOWN_CODE));
    }

    private static Locale language(String text) {
        if (!LANGUAGES.contains(text)) {
            throw new InvalidValueException(ValueFault.UNKNOWN_CODE);
        }
        return Locale.forLanguageTag(text);
    }

    private static String id(String text) {
        if (!text.matches("[a-z0-9-]{1,100}")) {
            throw new InvalidValueException(ValueFault.KEY_FORMAT);
        }
        return text;
    }
}
