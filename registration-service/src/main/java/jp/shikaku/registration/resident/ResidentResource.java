package jp.shikaku.registration.resident;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jp.shikaku.contracts.number.IndividualNumber;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.resident.ResidentEntry;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.request.JsonBody;
import jp.shikaku.registration.individual.FiveItemTexts;
import jp.shikaku.registration.individual.FiveItems;
import jp.shikaku.registration.individual.PersonKeys;

/** Where the operator loads the table that stands in for the resident register. */
@Path("/residents")
@Tag(name = "resident")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ResidentResource {

    private static final int MAX_ENTRIES = 1000;

    private final ResidentTable table;
    private final PersonKeys personKeys;
    private final Clock clock;

    ResidentResource(ResidentTable table, PersonKeys personKeys, Clock clock) {
        this.table = table;
        this.personKeys = personKeys;
        this.clock = clock;
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "storeResidents",
            summary = "Stores up to 1,000 residents, all or none; sending them again changes nothing")
    public Uni<ResidentsStored> store(List<ResidentEntry> entries) {
        JsonBody.required(entries);
        if (entries.size() > MAX_ENTRIES) {
            throw ProblemType.BODY_TOO_LARGE.exception();
        }
        return table.store(read(entries)).replaceWith(() -> new ResidentsStored(entries.size()));
    }

    private List<Resident> read(List<ResidentEntry> entries) {
        ValueReader reader = new ValueReader();
        LocalDate today = JapanTime.today(clock);
        List<Resident> residents = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            String pointer = "/" + i;
            ResidentEntry entry = entries.get(i);
            if (entry == null) {
                reader.refuse(pointer, ValueFault.REQUIRED);
            } else {
                residents.add(read(reader, pointer, entry, today));
            }
        }
        reader.refuseIfAnyInvalid();
        return residents;
    }

    private Resident read(ValueReader reader, String pointer, ResidentEntry entry, LocalDate today) {
        IndividualNumber number =
                reader.required(pointer + "/individualNumber", entry.individualNumber(), IndividualNumber::of);
        FiveItems items = new FiveItemTexts(
                        entry.name(), entry.nameKana(), entry.birthDate(), entry.sex(), entry.address())
                .read(reader, pointer, today);
        return new Resident(number == null ? null : personKeys.of(number), items);
    }
}
