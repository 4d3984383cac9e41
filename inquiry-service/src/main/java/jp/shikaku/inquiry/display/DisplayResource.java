package jp.shikaku.inquiry.display;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;

import jp.shikaku.contracts.display.DisplayExplanation;
import jp.shikaku.contracts.problem.ProblemType;

/** What each display means. Public. */
@Path("/displays")
@Tag(name = "display")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class DisplayResource {

    private final DisplayGuide guide;

    DisplayResource(DisplayGuide guide) {
        this.guide = guide;
    }

    @GET
    @Cache(maxAge = 300)
    @Operation(operationId = "listDisplays", summary = "Every display, explained")
    public List<DisplayExplanation> all() {
        return guide.all();
    }

    @GET
    @Path("/{slug}")
    @Cache(maxAge = 300)
    @Operation(operationId = "explainDisplay", summary = "One display: what it means, why, and what each party does")
    public DisplayExplanation one(String slug) {
        return guide.find(slug).orElseThrow(ProblemType.DISPLAY_NOT_FOUND::exception);
    }
}
