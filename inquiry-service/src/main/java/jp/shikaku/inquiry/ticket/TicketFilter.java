package jp.shikaku.inquiry.ticket;

import jp.shikaku.contracts.faq.FaqTopic;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.ticket.TicketChannel;
import jp.shikaku.contracts.ticket.TicketState;
import jp.shikaku.kit.request.YesOrNo;

/**
 * What a list of inquiries is narrowed to.
 *
 * @param state {@code null} for all that are not closed
 * @param assignee {@code null} for anybody's
 * @param unassigned whether only those that nobody has
 * @param topic {@code null} for any
 * @param channel {@code null} for any
 * @param overdue whether only those that should have been answered
 */
public record TicketFilter(
        TicketState state,
        String assignee,
        boolean unassigned,
        FaqTopic topic,
        TicketChannel channel,
        boolean overdue) {

    private static final int AGENT_ID = 64;

    public static TicketFilter read(ValueReader reader, TicketQuery query) {
        TicketState state =
                reader.optional("query:state", query.state, text -> TicketReader.code(TicketState.class, text));
        FaqTopic topic = reader.optional("query:topic", query.topic, text -> TicketReader.code(FaqTopic.class, text));
        TicketChannel channel =
                reader.optional("query:channel", query.channel, text -> TicketReader.code(TicketChannel.class, text));
        String assignee = reader.optionalText("query:assignee", query.assignee, AGENT_ID);
        Boolean unassigned = reader.optional("query:unassigned", query.unassigned, YesOrNo::of);
        Boolean overdue = reader.optional("query:overdue", query.overdue, YesOrNo::of);
        return new TicketFilter(
                state, assignee, Boolean.TRUE.equals(unassigned), topic, channel, Boolean.TRUE.equals(overdue));
    }
}
