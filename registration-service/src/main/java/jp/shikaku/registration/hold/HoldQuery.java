package jp.shikaku.registration.hold;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a worklist can be narrowed to, as it stands in the address. */
public class HoldQuery {

    @QueryParam("state")
    @Parameter(description = "OPEN, CONFIRMED, CORRECTED or WITHDRAWN")
    String state;

    @QueryParam("cause")
    @Parameter(description = "INTAKE or RECHECK")
    String cause;

    @QueryParam("effect")
    @Parameter(description = "STOPS_LINKAGE or RESTRICTS_MEDICAL_INFO")
    String effect;

    @QueryParam("code")
    @Parameter(description = "Code of a finding, such as name-differs")
    String code;

    @QueryParam("openedFrom")
    @Parameter(description = "Opened on this day or later")
    String openedFrom;

    @QueryParam("openedUntil")
    @Parameter(description = "Opened on this day or before")
    String openedUntil;

    @QueryParam("minAgeDays")
    @Parameter(description = "Opened so many calendar days ago or more")
    String minAgeDays;

    @QueryParam("enteredBy")
    @Parameter(description = "ME or OTHERS: by whom the version in doubt was entered")
    String enteredBy;
}
