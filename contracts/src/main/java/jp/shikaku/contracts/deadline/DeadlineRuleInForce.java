package jp.shikaku.contracts.deadline;

import java.util.List;

import jp.shikaku.contracts.text.LocalizedText;

/**
 * How the two periods are counted, in words and by an example. What was filed keeps the last day that it was given then.
 *
 * @param dueSoonDays so many days before the last day it is said to be near
 * @param text the whole rule
 * @param basis what each part of it rests on
 */
public record DeadlineRuleInForce(
        int days,
        DayCount dayCount,
        RollOver rollOver,
        int dueSoonDays,
        LocalizedText text,
        List<LocalizedText> basis,
        DeadlineExample example) {

    public DeadlineRuleInForce {
        basis = List.copyOf(basis);
    }
}
