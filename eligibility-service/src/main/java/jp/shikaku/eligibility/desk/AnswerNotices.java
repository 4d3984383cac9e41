package jp.shikaku.eligibility.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jp.shikaku.contracts.confirmation.AnswerNotice;
import jp.shikaku.contracts.confirmation.AnswerNotice.NoticeCode;
import jp.shikaku.contracts.confirmation.ShownCoverage;
import jp.shikaku.contracts.text.LocalizedText;

/** What is told with an answer: that something is about to end, or that what it showed is gone. */
public final class AnswerNotices {

    /** Long enough for the next monthly visit. */
    private static final int NEAR_DAYS = 31;

    private AnswerNotices() {}

    /** @param coverage valid on {@code day} */
    public static List<AnswerNotice> of(ShownCoverage coverage, LocalDate day) {
        List<AnswerNotice> notices = new ArrayList<>();
        LocalDate lost = coverage.lost();
        if (lost != null && isNear(lost, day)) {
            notices.add(new AnswerNotice(
                    NoticeCode.COVERAGE_ENDS,
                    lost,
                    new LocalizedText(
                            "この資格は" + lost.minusDays(1) + "までです。次の受診では新しい資格を確かめてください。",
                            "This coverage lasts until " + lost.minusDays(1)
                                    + "; look for the new one at the next visit.")));
        }
        LocalDate expires = coverage.cardExpiresOn();
        if (expires != null && expires.isBefore(day)) {
            notices.add(new AnswerNotice(
                    NoticeCode.CARD_EXPIRED,
                    expires,
                    new LocalizedText(
                            "カードの有効期限(" + expires + ")が過ぎています。資格は続いています。",
                            "The card expired on " + expires + "; the coverage goes on.")));
        } else if (expires != null && isNear(expires, day)) {
            notices.add(new AnswerNotice(
                    NoticeCode.CARD_EXPIRES,
                    expires,
                    new LocalizedText("カードの有効期限は" + expires + "です。", "The card expires on " + expires + ".")));
        }
        return List.copyOf(notices);
    }

    /** Who reads an answer again whose coverage was stopped, taken back or found to be another person's. */
    public static AnswerNotice gone(LocalDate day) {
        return new AnswerNotice(
                NoticeCode.NO_LONGER_SHOWN,
                day,
                new LocalizedText(
                        "この回答で表示した資格は、現在は表示できません。この回答には頼らず、もう一度資格確認を行ってください。",
                        "What this answer showed may not be shown any more: do not rely on it, and ask again."));
    }

    private static boolean isNear(LocalDate date, LocalDate day) {
        return !date.isBefore(day) && !date.isAfter(day.plusDays(NEAR_DAYS));
    }
}
