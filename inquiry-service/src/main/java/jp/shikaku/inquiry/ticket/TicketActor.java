package jp.shikaku.inquiry.ticket;

import java.util.Optional;

/** Who acts, as the history of an inquiry names them. */
public final class TicketActor {

    /** Whoever has the follow-up code. */
    public static final String CALLER = "caller";

    private static final String AGENT = "hotline:";

    private TicketActor() {}

    static String agent(String id) {
        return AGENT + id;
    }

    /** The id of the agent whom {@code actor} names; nothing where it names nobody of the hotline. */
    public static Optional<String> agentIn(String actor) {
        return actor.startsWith(AGENT) ? Optional.of(actor.substring(AGENT.length())) : Optional.empty();
    }
}
