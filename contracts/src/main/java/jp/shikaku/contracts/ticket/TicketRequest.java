package jp.shikaku.contracts.ticket;

/**
 * An inquiry, as its caller writes it or an agent types it. Everything personal in it is what the caller gives.
 *
 * @param topic one of the topics of the questions; may be missing
 * @param language {@code ja} or {@code en}; missing is {@code ja}
 * @param name how to address the caller, up to 100 characters; may be missing
 * @param contact a telephone number or e-mail address, up to 200 characters; may be missing
 * @param confirmationNumber what a reception desk has read out; may be missing
 * @param text up to 4,000 characters, line breaks included
 */
public record TicketRequest(
        String topic, String language, String name, String contact, String confirmationNumber, String text) {}
