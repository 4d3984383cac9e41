package jp.shikaku.registration.report;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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

import jp.shikaku.contracts.enrolment.Enrolment;
import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.report.FiledReport;
import jp.shikaku.contracts.report.ReportKind;
import jp.shikaku.contracts.report.ReportPoint;
import jp.shikaku.contracts.report.ReportRegistrationRequest;
import jp.shikaku.contracts.report.ReportReturnRequest;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;
import jp.shikaku.kit.request.EntityVersion;
import jp.shikaku.kit.request.JsonBody;
import jp.shikaku.kit.request.PageRequest;
import jp.shikaku.registration.request.ResourceId;

/** An insurer's inbox: what employers have filed with it and it has not registered. */
@Path("/filed-reports")
@Tag(name = "report")
@Produces(MediaType.APPLICATION_JSON)
public class FiledReportResource {

    /** Longest note to an employer, in characters. */
    static final int MAX_NOTE = 500;

    private final WaitingReports reports;
    private final Caller caller;

    FiledReportResource(WaitingReports reports, Caller caller) {
        this.reports = reports;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.INSURER)
    @Operation(
            operationId = "listFiledReports",
            summary = "Reports that wait for the caller to register them, due first; of one kind when it is given")
    public Uni<Page<FiledReport>> list(
            @QueryParam("kind") String kind,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("50") String limit) {
        ValueReader reader = new ValueReader();
        ReportKind wanted = reader.optional("query:kind", kind, ReportKind::of);
        PageRequest page = PageRequest.read(reader, after, limit);
        reader.refuseIfAnyInvalid();
        return reports.list(caller.insurer(), wanted, page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.INSURER)
    @Operation(operationId = "getFiledReport", summary = "One report that waits for the caller to register it")
    public Uni<RestResponse<FiledReport>> get(String id) {
        return reports.find(caller.insurer(), reportId(id)).map(found -> {
            FiledReport report = found.orElseThrow(ProblemType.FILED_REPORT_NOT_FOUND::exception);
            return EntityVersion.tagged(report, report.version());
        });
    }

    @POST
    @Path("/{id}/return")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.INSURER)
    @Operation(operationId = "returnFiledReport", summary = "Sends a report back to its employer, with the reason")
    @APIResponse(responseCode = "204", description = "It is with the employer, which sees the reason")
    @APIResponse(responseCode = "412", description = "The employer has corrected it since it was read")
    public Uni<Void> giveBack(
            String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, ReportReturnRequest request) {
        int expected = EntityVersion.required(ifMatch);
        ValueReader reader = new ValueReader();
        ReportPoint reason =
                reader.required("/reasonCode", JsonBody.required(request).reasonCode(), ReportPoint::ofInsurer);
        String note = reader.requiredText("/note", request.note(), MAX_NOTE);
        reader.refuseIfAnyInvalid();
        return reports.giveBack(caller.insurer(), reportId(id), expected, reason, note);
    }

    @POST
    @Path("/{id}/registration")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.INSURER)
    @Operation(
            operationId = "registerFiledReport",
            summary =
                    "Enrols the person as reported, with the card given here; where a coverage ends, ends the caller's"
                            + " record of it. The record is checked as any other. Repeated, the record as it stands now.")
    @APIResponse(responseCode = "201", description = "Stored; it is either cleared or held")
    @APIResponse(responseCode = "409", description = "The caller has no record of the person that could end")
    @APIResponse(responseCode = "412", description = "The employer has corrected it since it was read")
    public Uni<RestResponse<Enrolment>> register(
            String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, ReportRegistrationRequest request) {
        int expected = EntityVersion.required(ifMatch);
        return reports.register(caller.insurer(), caller.subject(), reportId(id), expected, JsonBody.required(request))
                .map(enrolment -> RestResponse.ResponseBuilder.<Enrolment>created(
                                URI.create("/enrolments/" + enrolment.id()))
                        .tag(EntityVersion.tag(enrolment.version()))
                        .entity(enrolment)
                        .build());
    }

    private static UUID reportId(String id) {
        return ResourceId.of(id, ProblemType.FILED_REPORT_NOT_FOUND);
    }
}
