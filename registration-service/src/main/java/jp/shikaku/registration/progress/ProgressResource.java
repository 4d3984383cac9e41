package jp.shikaku.registration.progress;

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

import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.person.SubjectKey;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.progress.Progress;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.registration.deadline.DeadlineRule;

/** Where a registration waits, for the inquiry service. */
@Path("/progress")
@Tag(name = "progress")
@Produces(MediaType.APPLICATION_JSON)
public class ProgressResource {

    private final ProgressStore store;
    private final ProgressRule rule;
    private final Clock clock;

    ProgressResource(ProgressStore store, DeadlineRule deadline, Clock clock) {
        this.store = store;
        this.rule = new ProgressRule(deadline);
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Roles.SERVICE)
    @Operation(
            operationId = "getProgress",
            summary = "Who is waited for, by the key of a person or of a card: exactly one. No data of the record.")
    public Uni<Progress> get(@QueryParam("personKey") String personKey, @QueryParam("subjectKey") String subjectKey) {
        ValueReader reader = new ValueReader();
        PersonKey person = reader.optional("query:personKey", personKey, PersonKey::of);
        SubjectKey subject = reader.optional("query:subjectKey", subjectKey, SubjectKey::of);
        if (reader.allValid() && person == null && subject == null) {
            reader.refuse("query:personKey", ValueFault.REQUIRED);
        }
        if (person != null && subject != null) {
            reader.refuse("query:subjectKey", ValueFault.UNKNOWN_FIELD);
        }
        reader.refuseIfAnyInvalid();
        LocalDate today = JapanTime.today(clock);
        return person == null
                ? store.of(subject).map(facts -> rule.ofCard(facts, today))
                : store.of(person).map(facts -> rule.ofPerson(facts, today));
    }
}
