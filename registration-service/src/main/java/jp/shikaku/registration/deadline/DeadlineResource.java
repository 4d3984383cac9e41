package jp.shikaku.registration.deadline;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;

import jp.shikaku.contracts.deadline.Deadline;
import jp.shikaku.contracts.deadline.DeadlineClock;
import jp.shikaku.contracts.deadline.DeadlineSummary;
import jp.shikaku.contracts.deadline.PartyDeadlines;
import jp.shikaku.contracts.number.CorporateNumber;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.kit.file.CsvTable;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.request.PageRequest;

/** What each party owes by when. */
@Path("/deadlines")
@Tag(name = "deadline")
@Produces(MediaType.APPLICATION_JSON)
public class DeadlineResource {

    /** Whoever says nothing gets JSON. */
    private static final String CSV_IF_ASKED_FOR = CsvTable.MEDIA_TYPE + ";qs=0.5";

    private final Deadlines deadlines;
    private final DeadlineTallies tallies;
    private final DeadlineExport export;
    private final Caller caller;

    DeadlineResource(Deadlines deadlines, DeadlineTallies tallies, DeadlineExport export, Caller caller) {
        this.deadlines = deadlines;
        this.tallies = tallies;
        this.export = export;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.EMPLOYER, Roles.INSURER, Roles.OPERATOR})
    @Operation(
            operationId = "listDeadlines",
            summary =
                    "Periods, due first: an employer sees those of its reports, an insurer those of what was filed with"
                            + " it, the operator all. What is done is listed of one party only.")
    public Uni<Page<Deadline>> list(
            @BeanParam DeadlineQuery query,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("50") String limit) {
        Asker asker = Asker.of(caller);
        ValueReader reader = new ValueReader();
        DeadlineFilter filter = DeadlineFilter.read(reader, query, asker);
        PageRequest page = PageRequest.read(reader, after, limit);
        reader.refuseIfAnyInvalid();
        return deadlines.list(asker, filter, page);
    }

    @GET
    @Produces(CSV_IF_ASKED_FOR)
    @RolesAllowed({Roles.EMPLOYER, Roles.INSURER, Roles.OPERATOR})
    @Operation(hidden = true) // the same as /deadlines.csv
    public RestMulti<byte[]> file(
            @BeanParam DeadlineQuery query, @QueryParam("charset") String charset, @Context HttpHeaders headers) {
        return export.file(query, charset, headers);
    }

    @GET
    @Path("/summary")
    @RolesAllowed({Roles.EMPLOYER, Roles.INSURER, Roles.OPERATOR})
    @Operation(operationId = "summariseDeadlines", summary = "How many periods the caller may see stand how")
    public Uni<DeadlineSummary> summary() {
        return tallies.summary(Asker.of(caller));
    }

    @GET
    @Path("/insurers")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "listInsurerDeadlines",
            summary = "How many reports each insurer has to register, and by when; by insurer number")
    public Uni<Page<PartyDeadlines>> insurers(
            @QueryParam("after") String after, @QueryParam("limit") @DefaultValue("50") String limit) {
        ValueReader reader = new ValueReader();
        InsurerNumber last = reader.optional("query:after", after, InsurerNumber::of);
        return parties(DeadlineClock.INSURER, last == null ? "" : last.value(), reader, limit);
    }

    @GET
    @Path("/employers")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "listEmployerDeadlines",
            summary = "How many prepared and returned reports each employer has to file, and by when; by its number")
    public Uni<Page<PartyDeadlines>> employers(
            @QueryParam("after") String after, @QueryParam("limit") @DefaultValue("50") String limit) {
        ValueReader reader = new ValueReader();
        CorporateNumber last = reader.optional("query:after", after, CorporateNumber::of);
        return parties(DeadlineClock.EMPLOYER, last == null ? "" : last.value(), reader, limit);
    }

    private Uni<Page<PartyDeadlines>> parties(DeadlineClock clock, String after, ValueReader reader, String limit) {
        PageRequest page = PageRequest.read(reader, null, limit);
        reader.refuseIfAnyInvalid();
        return tallies.byParty(clock, after, page.limitPlusOne())
                .map(found -> page.toPage(found, PartyDeadlines::number));
    }
}
