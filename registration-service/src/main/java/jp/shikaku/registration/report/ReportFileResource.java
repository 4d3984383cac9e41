package jp.shikaku.registration.report;

import java.util.Arrays;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jp.shikaku.contracts.number.CorporateNumber;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.report.ReportFileOutcome;
import jp.shikaku.kit.file.FileFormat;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;

/** Where an employer sends many reports at once. */
@Path("/report-files")
@Tag(name = "report")
public class ReportFileResource {

    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";
    private static final int MAX_ROWS = 10_000;

    private final ReportFiles files;
    private final Caller caller;
    private final ObjectMapper json;

    ReportFileResource(ReportFiles files, Caller caller, ObjectMapper json) {
        this.files = files;
        this.caller = caller;
        this.json = json;
    }

    /** The body is bounded by the limit of every body, and so is all that is made of it. */
    @POST
    @Consumes({NDJSON, CSV})
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.EMPLOYER)
    @Operation(
            operationId = "fileReports",
            summary =
                    "Takes in up to 10,000 reports: CSV with titles, or a body of POST /reports on each line. Each row has"
                            + " its own outcome; sent again, the file changes nothing.")
    @APIResponse(responseCode = "200", description = "Read to its end; the rows that were refused are named")
    @APIResponse(responseCode = "422", description = "The columns cannot be read; nothing was stored")
    public Uni<ReportFileOutcome> take(@HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType, byte[] file) {
        CorporateNumber employer = caller.employer();
        if (lines(file) > MAX_ROWS + 1) {
            throw ProblemType.BODY_TOO_LARGE.exception();
        }
        MediaType type = MediaType.valueOf(contentType);
        FileFormat format = type.getSubtype().equals("csv") ? FileFormat.CSV : FileFormat.NDJSON;
        String charset = type.getParameters().get(MediaType.CHARSET_PARAMETER);
        return files.take(employer, new FileRows(format, charset, json, file));
    }

    @GET
    @Path("/template")
    @Produces(CSV + ";charset=utf-8")
    @RolesAllowed(Roles.EMPLOYER)
    @Operation(operationId = "getReportFileTemplate", summary = "A CSV file to fill in, which spreadsheets can open")
    public String template() {
        return Arrays.stream(ReportColumn.values())
                .map(ReportColumn::title)
                .collect(Collectors.joining(",", "\uFEFF", "\r\n"));
    }

    private static int lines(byte[] file) {
        int lines = 1;
        for (int i = 0; i < file.length - 1; i++) {
            if (file[i] == '\n' || file[i] == '\r' && file[i + 1] != '\n') {
                lines++;
            }
        }
        return lines;
    }
}
