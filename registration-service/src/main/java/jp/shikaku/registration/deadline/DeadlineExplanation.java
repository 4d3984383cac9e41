package jp.shikaku.registration.deadline;

import java.time.LocalDate;
import java.util.List;

import jp.shikaku.contracts.deadline.DayCount;
import jp.shikaku.contracts.deadline.DeadlineExample;
import jp.shikaku.contracts.deadline.DeadlineRuleInForce;
import jp.shikaku.contracts.deadline.RollOver;
import jp.shikaku.contracts.text.LocalizedText;

/** The rule in force, in words, with what it rests on. */
final class DeadlineExplanation {

    private static final LocalizedText EMPLOYER = new LocalizedText(
            "健康保険法48条・同法施行規則24条: 事業主は、事実のあった日から5日以内に保険者へ届け出ます。",
            "Health Insurance Act art. 48, its Ordinance art. 24: an employer files with the insurer within five days of"
                    + " the fact.");

    private static final LocalizedText INSURER = new LocalizedText(
            "令和5年6月6日付け事務連絡: 保険者は、事業主の届出から5日以内にデータを登録します。登録した時点で期間は終わり、"
                    + "その後に誤りの疑いで連携を止めて確認する期間は含みません(確認中の件数は別に示します)。",
            "The notice of 2023-06-06: an insurer registers the data within five days of the report. The period ends with"
                    + " the entry; a check that then stops the linkage is not part of it, and what is being confirmed is"
                    + " shown apart.");

    private static final LocalizedText EXCLUDED = new LocalizedText(
            "民法140条: 日で定めた期間には初日を算入しません。", "Civil Code art. 140: the first day of a period of days is not counted.");

    private static final LocalizedText INCLUDED = new LocalizedText(
            "民法140条の例外: この運用では初日を1日目と数えます(健康保険法37条の実務と同じ数え方)。",
            "By exception from Civil Code art. 140 the first day is counted here, as practice does for Health Insurance"
                    + " Act art. 37.");

    private static final LocalizedText END = new LocalizedText(
            "民法141条: 期間は末日の終了で満了します。末日の届出は期限内です。",
            "Civil Code art. 141: the period ends with the end of its last day; on that day it is still in time.");

    private static final LocalizedText STAYS = new LocalizedText(
            "民法142条: 末日が休日で、その日に取引をしない慣習がある場合だけ翌日に延びます。届出と登録はどの日にもできるため、" + "末日は動かしません。",
            "Civil Code art. 142 moves a last day on a holiday only where it is the custom not to do business on it."
                    + " Reports and entries can be sent on any day, so the last day stays.");

    private static final LocalizedText MOVES = new LocalizedText(
            "行政機関の休日に関する法律1条・2条に準じ、末日が土曜日・日曜日・祝日・12月29日〜1月3日のときは、その翌開庁日とします。",
            "As in arts. 1 and 2 of the Act on Holidays of Administrative Organs, a last day on a Saturday, Sunday or"
                    + " holiday, or from 29 December to 3 January, moves to the next day on which offices are open.");

    private final DeadlineRule rule;
    private final DeadlineStates states;

    DeadlineExplanation(DeadlineRule rule, DeadlineStates states) {
        this.rule = rule;
        this.states = states;
    }

    /** @param fact the day on which the example begins */
    DeadlineRuleInForce by(LocalDate fact) {
        return new DeadlineRuleInForce(
                rule.days(),
                rule.dayCount(),
                rule.rollOver(),
                states.dueSoonDays(),
                text(),
                List.of(EMPLOYER, INSURER, counted(), END, moved()),
                example(fact));
    }

    private LocalizedText text() {
        boolean excluded = rule.dayCount() == DayCount.EXCLUDE_FIRST_DAY;
        boolean stays = rule.rollOver() == RollOver.NONE;
        return new LocalizedText(
                "期間は%d日(暦日)です。初日は%s。末日が休日に当たるときは%s。"
                        .formatted(rule.days(), excluded ? "数えません" : "1日目と数えます", stays ? "動かしません" : "翌開庁日に延びます"),
                "The period is %d calendar days. The first day %s. A last day on which offices are closed %s."
                        .formatted(
                                rule.days(),
                                excluded ? "is not counted" : "is counted",
                                stays ? "stays" : "moves to the next on which they are open"));
    }

    private LocalizedText counted() {
        return rule.dayCount() == DayCount.EXCLUDE_FIRST_DAY ? EXCLUDED : INCLUDED;
    }

    private LocalizedText moved() {
        return rule.rollOver() == RollOver.NONE ? STAYS : MOVES;
    }

    private DeadlineExample example(LocalDate fact) {
        LocalDate first = rule.firstDay(fact);
        LocalDate last = rule.lastDay(fact);
        LocalDate due = rule.dueOn(fact);
        String movesJa = due.equals(last) ? "" : "休日のため%sに延びます。".formatted(due);
        String movesEn = due.equals(last) ? "" : " Offices are closed on it: it moves to %s.".formatted(due);
        return new DeadlineExample(
                fact,
                first,
                last,
                due,
                new LocalizedText(
                        "%sの事実は、%sを1日目と数え、%sが末日です。%s".formatted(fact, first, last, movesJa),
                        "Of a fact on %s the first day is %s and the last %s.%s"
                                .formatted(fact, first, last, movesEn)));
    }
}
