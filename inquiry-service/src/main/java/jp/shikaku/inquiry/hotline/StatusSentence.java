package jp.shikaku.inquiry.hotline;

import java.time.LocalTime;

import jp.shikaku.contracts.hotline.DayHours;
import jp.shikaku.contracts.hotline.StatusChange;
import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.inquiry.text.SpokenDay;

/** Says in words whether a line answers. */
record StatusSentence(DayHours today, StatusChange next) {

    LocalizedText text() {
        LocalTime time = next.at().toLocalTime();
        SpokenDay day = new SpokenDay(next.at().toLocalDate());
        if (next.kind() == StatusChange.Turn.CLOSES) {
            return new LocalizedText("ただいま受付中です。本日は" + time + "までです。", "Open now, until " + time + " today.");
        }
        if (day.day().equals(today.date())) {
            return new LocalizedText(
                    "ただいま受付時間外です。本日は" + time + "から受け付けます。", "Closed now. Opens today at " + time + ".");
        }
        String ja = "次の受付は" + day.withWeekday().ja() + " " + time + "からです。";
        String en = "Opens next on " + day.withWeekday().en() + " at " + time + ".";
        return today.closedAllDay()
                ? new LocalizedText(
                        "本日は休みです（" + today.reason().ja() + "）。" + ja,
                        "Closed today (" + today.reason().en() + "). " + en)
                : new LocalizedText("本日の受付は終了しました。" + ja, "Closed for today. " + en);
    }
}
