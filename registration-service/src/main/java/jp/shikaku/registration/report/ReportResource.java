package jp.shikaku.registration.report;

import java.net.URI;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import jp.shikaku.contracts.number.CorporateNumber;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.report.AcquisitionReport;
import jp.shikaku.contracts.report.AcquisitionReportRequest;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.request.IdempotencyKey;
import jp.shikaku.kit.request.PageRequest;
import jp.shikaku.registration.request.ResourceId;

/** 資格取得届: where an employer files, and sees what became of it. */
@Path("/reports")
@Tag(name = "report")
@Produces(MediaType.APPLICATION_JSON)
public class ReportResource {

    private final Reports reports;
    private final Caller caller;

    ReportResource(Reports reports, Caller caller) {
        this.reports = reports;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.EMPLOYER)
    @Operation(operationId = "fileReport", summary = "Files a report that a person has begun to work")
    @APIResponse(responseCode = "201", description = "Filed; repeated with the same key, the same report again")
    @APIResponse(responseCode = "422", description = "Some values cannot be accepted; nothing was stored")
    public Uni<RestResponse<AcquisitionReport>> file(
            @HeaderParam(IdempotencyKey.HEADER) String idempotencyKey, AcquisitionReportRequest request) {
        if (request == null) {
            throw ProblemType.MALFORMED_JSON.exception();
        }
        CorporateNumber employer = caller.employer();
        IdempotencyKey key = IdempotencyKey.required(idempotencyKey);
        return reports.file(employer, key, request)
                .map(report -> RestResponse.ResponseBuilder.<AcquisitionReport>created(
                                URI.create("/reports/" + report.id()))
                        .entity(report)
                        .build());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.EMPLOYER)
    @Operation(operationId = "getReport", summary = "One of the caller's own reports")
    public Uni<AcquisitionReport> get(String id) {
        return reports.find(caller.employer(), ResourceId.of(id, ProblemType.REPORT_NOT_FOUND))
                .map(found -> found.orElseThrow(ProblemType.REPORT_NOT_FOUND::exception));
    }

    @GET
    @RolesAllowed(Roles.EMPLOYER)
    @Operation(operationId = "listReports", summary = "The caller's own reports, oldest first")
    public Uni<Page<AcquisitionReport>> list(
            @QueryParam("after") String after, @QueryParam("limit") @DefaultValue("50") String limit) {
        ValueReader reader = new ValueReader();
        PageRequest page = PageRequest.read(reader, after, limit);
        reader.refuseIfAnyInvalid();
        return reports.list(caller.employer(), page);
    }
}
