package jp.shikaku.inquiry.ticket;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a list of inquiries can be narrowed to, as it stands in the address. */
public class TicketQuery {

    @QueryParam("state")
    @Parameter(
            description =
                    "RECEIVED, ASSIGNED, WAITING_FOR_CALLER, ANSWERED, CLOSED or REOPENED; left out, all but CLOSED")
    String state;

    @QueryParam("assignee")
    @Parameter(description = "Those of one agent")
    String assignee;

    @QueryParam("unassigned")
    @Parameter(description = "true: those that nobody has taken on")
    String unassigned;

    @QueryParam("topic")
    String topic;

    @QueryParam("channel")
    @Parameter(description = "FORM or AGENT")
    String channel;

    @QueryParam("overdue")
    @Parameter(description = "true: those that should have been answered by now")
    String overdue;
}
