package jp.shikaku.registration.deadline;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a list of periods can be narrowed to, as it stands in the address. */
public class DeadlineQuery {

    @QueryParam("clock")
    @Parameter(description = "EMPLOYER or INSURER; left out, the caller's own, and the insurers' for the operator")
    String clock;

    @QueryParam("state")
    @Parameter(description = "ON_TIME, DUE_SOON, OVERDUE, DONE or DONE_LATE; left out, all that run")
    String state;

    @QueryParam("held")
    @Parameter(description = "true: what is registered, but in doubt. Not for an employer.")
    String held;

    @QueryParam("kind")
    @Parameter(description = "ACQUISITION, LOSS or DEPENDANT_CHANGE")
    String kind;

    @QueryParam("insurerNumber")
    String insurerNumber;

    @QueryParam("employerNumber")
    String employerNumber;

    @QueryParam("dueFrom")
    @Parameter(description = "The last day is this or later")
    String dueFrom;

    @QueryParam("dueUntil")
    @Parameter(description = "The last day is this or earlier")
    String dueUntil;
}
