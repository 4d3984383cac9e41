package jp.shikaku.registration.deadline;

import java.time.Clock;
import java.time.LocalDate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jp.shikaku.contracts.deadline.DeadlineRuleInForce;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.text.WireDate;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.kit.identity.Roles;

/** How days are counted here, for whoever is held to them. */
@Path("/deadlines/rule")
@Tag(name = "deadline")
@Produces(MediaType.APPLICATION_JSON)
public class DeadlineRuleResource {

    private final DeadlineExplanation explanation;
    private final Clock clock;

    DeadlineRuleResource(DeadlineRule rule, DeadlineStates states, Clock clock) {
        this.explanation = new DeadlineExplanation(rule, states);
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.EMPLOYER, Roles.INSURER, Roles.OPERATOR, Roles.HOTLINE})
    @Operation(
            operationId = "getDeadlineRule",
            summary = "How the two five-day periods are counted, on what law that rests, and the last day for a fact:"
                    + " today's, if none is given")
    public Uni<DeadlineRuleInForce> get(@QueryParam("fact") String fact) {
        ValueReader reader = new ValueReader();
        LocalDate day = reader.optional("query:fact", fact, WireDate::parse);
        reader.refuseIfAnyInvalid();
        return Uni.createFrom().item(explanation.by(day == null ? JapanTime.today(clock) : day));
    }
}
