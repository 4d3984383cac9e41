package jp.shikaku.inquiry.ticket;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

import jp.shikaku.contracts.number.TicketNumber;
import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.inquiry.text.SpokenDay;

/** Tells a caller in words what was received, by when it is answered, and what was hidden. */
record ReceiptSentence(TicketNumber number, OffsetDateTime dueAt, int maskedNumbers) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

    LocalizedText text() {
        LocalizedText day = new SpokenDay(dueAt.toLocalDate()).withWeekday();
        String time = TIME.format(dueAt);
        String ja = "受付番号 " + number + " で受け付けました。" + day.ja() + time + "までに回答します。確認コードは控えてください。あとから表示できません。";
        String en = "Received as " + number + ". You will have an answer by " + time + " on " + day.en()
                + ". Keep the follow-up code: it is not shown again.";
        return maskedNumbers == 0
                ? new LocalizedText(ja, en)
                : new LocalizedText(
                        ja + "個人番号(マイナンバー)と思われる番号は、伏せ字にして保存しました。個人番号は書かないでください。",
                        en
                                + " What may be an individual number (My Number) was hidden and not kept. Please never write it.");
    }
}
