package jp.shikaku.registration.report;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import jp.shikaku.contracts.number.CorporateNumber;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.report.Report;
import jp.shikaku.contracts.report.ReportChange;
import jp.shikaku.contracts.report.ReportRequest;
import jp.shikaku.contracts.report.ReportState;
import jp.shikaku.contracts.report.ReportWithdrawalRequest;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.request.EntityVersion;
import jp.shikaku.kit.request.IdempotencyKey;
import jp.shikaku.kit.request.JsonBody;
import jp.shikaku.kit.request.PageRequest;
import jp.shikaku.registration.request.ResourceId;

/** 資格取得届, 資格喪失届, 被扶養者異動届: where an employer files, and sees what became of it. */
@Path("/reports")
@Tag(name = "report")
@Produces(MediaType.APPLICATION_JSON)
public class ReportResource {

    /** Longest reason for taking a report back, in characters. */
    static final int MAX_REASON = 500;

    private final Reports reports;
    private final Caller caller;

    ReportResource(Reports reports, Caller caller) {
        this.reports = reports;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.EMPLOYER)
    @Operation(
            operationId = "fileReport",
            summary =
                    "Reports that a person begins to work, leaves, or has a dependant more or fewer. Before the day it"
                            + " is about it is kept as prepared; from then on it is filed, or returned when something is missing.")
    @APIResponse(
            responseCode = "201",
            description = "Stored; its state says how. Repeated with the same key, the same report again")
    @APIResponse(responseCode = "422", description = "Some values cannot be accepted; nothing was stored")
    public Uni<RestResponse<Report>> file(
            @HeaderParam(IdempotencyKey.HEADER) String idempotencyKey, ReportRequest request) {
        CorporateNumber employer = caller.employer();
        IdempotencyKey key = IdempotencyKey.required(idempotencyKey);
        return reports.file(employer, key, JsonBody.required(request))
                .map(report -> RestResponse.ResponseBuilder.<Report>created(URI.create("/reports/" + report.id()))
                        .tag(EntityVersion.tag(report.version()))
                        .entity(report)
                        .build());
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.EMPLOYER)
    @Operation(
            operationId = "correctReport",
            summary =
                    "Completes or corrects a report that no insurer has registered. Every field is sent, also those that"
                            + " stay, the individual number included.")
    @APIResponse(responseCode = "200", description = "Stored as the next version; its state says how")
    @APIResponse(responseCode = "409", description = "It is registered or withdrawn")
    @APIResponse(responseCode = "412", description = "It was changed, or its day has come, since it was read")
    public Uni<RestResponse<Report>> correct(
            String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, ReportRequest request) {
        int expected = EntityVersion.required(ifMatch);
        return reports.correct(caller.employer(), reportId(id), expected, JsonBody.required(request))
                .map(ReportResource::tagged);
    }

    @POST
    @Path("/{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.EMPLOYER)
    @Operation(operationId = "withdrawReport", summary = "Takes back a report that no insurer has registered")
    @APIResponse(responseCode = "200", description = "Withdrawn")
    @APIResponse(responseCode = "409", description = "It is registered, or withdrawn already")
    public Uni<RestResponse<Report>> withdraw(String id, ReportWithdrawalRequest request) {
        ValueReader reader = new ValueReader();
        String reason =
                reader.requiredText("/reason", JsonBody.required(request).reason(), MAX_REASON);
        reader.refuseIfAnyInvalid();
        return reports.withdraw(caller.employer(), reportId(id), reason).map(ReportResource::tagged);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.EMPLOYER)
    @Operation(operationId = "getReport", summary = "One of the caller's own reports")
    public Uni<RestResponse<Report>> get(String id) {
        return reports.find(caller.employer(), reportId(id))
                .map(found -> tagged(found.orElseThrow(ProblemType.REPORT_NOT_FOUND::exception)));
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed(Roles.EMPLOYER)
    @Operation(
            operationId = "getReportHistory",
            summary = "What happened to one of the caller's own reports, the oldest first: states, and names of fields")
    public Uni<Page<ReportChange>> history(
            String id, @QueryParam("after") String after, @QueryParam("limit") @DefaultValue("50") String limit) {
        ValueReader reader = new ValueReader();
        Integer version = reader.optional("query:after", after, ReportResource::version);
        PageRequest page = PageRequest.read(reader, null, limit);
        reader.refuseIfAnyInvalid();
        return reports.history(caller.employer(), reportId(id), version == null ? 0 : version, page);
    }

    @GET
    @RolesAllowed(Roles.EMPLOYER)
    @Operation(
            operationId = "listReports",
            summary = "The caller's own reports, oldest first; of one state when it is given")
    public Uni<Page<Report>> list(
            @QueryParam("state") String state,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("50") String limit) {
        ValueReader reader = new ValueReader();
        ReportState wanted = reader.optional("query:state", state, ReportState::of);
        PageRequest page = PageRequest.read(reader, after, limit);
        reader.refuseIfAnyInvalid();
        return reports.list(caller.employer(), wanted, page);
    }

    private static UUID reportId(String id) {
        return ResourceId.of(id, ProblemType.REPORT_NOT_FOUND);
    }

    private static int version(String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw new InvalidValueException(ValueFault.KEY_FORMAT);
        }
        return Integer.parseInt(text);
    }

    private static RestResponse<Report> tagged(Report report) {
        return EntityVersion.tagged(report, report.version());
    }
}
