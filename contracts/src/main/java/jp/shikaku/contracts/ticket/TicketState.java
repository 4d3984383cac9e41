package jp.shikaku.contracts.ticket;

import jp.shikaku.contracts.text.LocalizedText;

/** How far an inquiry is. */
public enum TicketState {
    RECEIVED("受け付けました。担当者を決めています。", "Received; nobody is on it yet."),
    ASSIGNED("担当者が調べています。", "Somebody is working on it."),
    /** The hotline has asked something back. */
    WAITING_FOR_CALLER("窓口からの質問があります。お返事をお待ちしています。", "The hotline has a question and waits for your reply."),
    ANSWERED("回答しました。", "Answered."),
    CLOSED("対応を終えました。", "Closed."),
    /** Something came after the answer, or the answer was not enough. */
    REOPENED("追加のご連絡を受け付けました。", "Received again.");

    private final LocalizedText sentence;

    TicketState(String ja, String en) {
        this.sentence = new LocalizedText(ja, en);
    }

    /** What its caller is told. */
    public LocalizedText sentence() {
        return sentence;
    }
}
