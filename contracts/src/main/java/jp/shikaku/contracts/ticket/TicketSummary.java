package jp.shikaku.contracts.ticket;

import java.time.OffsetDateTime;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import jp.shikaku.contracts.faq.FaqTopic;
import jp.shikaku.contracts.number.TicketNumber;

/**
 * An inquiry in a list: nothing personal.
 *
 * @param id its place in lists, the cursor
 * @param topic missing when none was named
 * @param assignee the agent who works on it; missing while nobody does
 * @param stateSince since when it is in this state
 * @param dueAt by when it is to be answered; missing when nothing is owed
 * @param overdue whether that has passed
 * @param answeredAt when it was answered first; missing before
 * @param purgedAt when its personal data were taken out; missing before
 * @param revision counts its changes from 1; the {@code ETag}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TicketSummary(
        UUID id,
        TicketNumber number,
        TicketChannel channel,
        TicketState state,
        FaqTopic topic,
        TicketLanguage language,
        String assignee,
        OffsetDateTime receivedAt,
        OffsetDateTime stateSince,
        OffsetDateTime dueAt,
        boolean overdue,
        OffsetDateTime answeredAt,
        OffsetDateTime purgedAt,
        int revision) {}
