package jp.shikaku.contracts.ticket;

import java.time.OffsetDateTime;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

import jp.shikaku.contracts.faq.FaqTopic;
import jp.shikaku.contracts.number.TicketNumber;
import jp.shikaku.contracts.text.LocalizedText;

/**
 * An inquiry as its caller sees it: without notes, and without the names of agents.
 *
 * @param sentence what its state means
 * @param topic missing when the caller named none
 * @param dueAt by when the hotline answers; missing when nothing is owed
 * @param messages what was written, the oldest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CallerTicket(
        TicketNumber number,
        TicketState state,
        LocalizedText sentence,
        FaqTopic topic,
        TicketLanguage language,
        OffsetDateTime receivedAt,
        OffsetDateTime dueAt,
        List<CallerMessage> messages) {

    public CallerTicket {
        messages = List.copyOf(messages);
    }
}
