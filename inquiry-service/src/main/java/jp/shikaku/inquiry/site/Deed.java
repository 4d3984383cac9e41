package jp.shikaku.inquiry.site;

import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.contracts.ticket.TicketAction;
import jp.shikaku.contracts.ticket.TicketEvent;
import jp.shikaku.inquiry.ticket.TicketActor;

/** One step in the history of an inquiry, as agents read it: who did what. */
record Deed(TicketEvent event, LocalizedText who, LocalizedText what) {

    static Deed of(TicketEvent event) {
        return new Deed(event, who(event.actor()), what(event.action()));
    }

    private static LocalizedText who(String actor) {
        if (actor.equals(TicketActor.CALLER)) {
            return new LocalizedText("お客さま", "Caller");
        }
        return TicketActor.agentIn(actor)
                .map(agent -> new LocalizedText(agent, agent))
                .orElse(new LocalizedText("システム", "System"));
    }

    private static LocalizedText what(TicketAction action) {
        return switch (action) {
            case RECEIVED -> new LocalizedText("登録した", "Entered it");
            case READ -> new LocalizedText("閲覧した", "Looked at it");
            case ASSIGNED -> new LocalizedText("担当を決めた", "Assigned it");
            case RELEASED -> new LocalizedText("担当を外した", "Handed it back");
            case NOTED -> new LocalizedText("内部メモを残した", "Left a note");
            case ASKED -> new LocalizedText("お客さまに質問した", "Asked the caller back");
            case ANSWERED -> new LocalizedText("回答した", "Replied");
            case CALLER_WROTE -> new LocalizedText("追加の連絡をした", "Wrote again");
            case CLOSED -> new LocalizedText("対応を終えた", "Closed it");
            case REOPENED -> new LocalizedText("もう一度開いた", "Reopened it");
            case PURGED -> new LocalizedText("個人に関する内容を消去した", "Deleted what was personal");
        };
    }
}
