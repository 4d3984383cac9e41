package jp.shikaku.inquiry.casefile;

import java.time.LocalDate;
import java.util.Optional;

import jp.shikaku.contracts.confirmation.ConfirmationStanding;
import jp.shikaku.contracts.coverage.Validity;
import jp.shikaku.contracts.progress.Progress;
import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.inquiry.text.SpokenDay;

/**
 * What an agent tells a caller about a display: one sentence to say, one step to take, and the next date that matters.
 *
 * @param nextDate today or later; {@code null} when no such date is known
 */
record Explanation(LocalizedText sentence, LocalizedText nextStep, LocalDate nextDate) {

    /** Said whenever somebody has to wait: nobody pays in full meanwhile (保発0710第1号 of 10 July 2023). */
    private static final LocalizedText MEANWHILE = new LocalizedText(
            "それまでの間も、マイナポータルの資格情報の画面か資格確認書、どちらもなければ窓口で書く被保険者資格申立書で受診でき、" + "全額（10割）を支払う必要はありません。処方箋は紙になります。",
            "Until then the patient can be treated with Mynaportal's coverage screen or an eligibility certificate (資格確認書), "
                    + "or else a declaration (被保険者資格申立書) written at the desk, without paying in full; prescriptions are on paper.");

    /** @param progress where the registration waits; empty when registration could not be asked */
    static Explanation of(ConfirmationStanding standing, Optional<Progress> progress) {
        return switch (standing.now().validity()) {
            case VALID -> valid(standing.shown().validity());
            case SEVERAL_CANDIDATES -> several();
            // Known whether registration answers or not, and whatever else it still has to do for this person.
            case INVALID_NEWER_COVERAGE -> newerCoverage();
            case INVALID, NOT_FOUND ->
                progress.map(it -> waiting(it, standing)).orElseGet(Explanation::progressUnknown);
        };
    }

    private static Explanation valid(Validity shown) {
        return shown == Validity.VALID
                ? said(
                        "「資格（有効）」と表示されており、現在も有効です。",
                        "The card was shown as valid and still is.",
                        "必要な手続はありません。",
                        "Nothing needs to be done.")
                : said(
                        "登録が完了し、現在は「資格（有効）」です。",
                        "The registration is complete: the card is valid now.",
                        "窓口でもう一度照会してください。",
                        "Ask once more at the desk.");
    }

    private static Explanation several() {
        return said(
                "入力された内容に当てはまる方が複数いるため、お一人に特定できません。",
                "More than one person matches what was entered.",
                "枝番（2桁）も入力して、窓口でもう一度照会してください。",
                "Ask once more at the desk, with the two-digit branch number.");
    }

    private static Explanation newerCoverage() {
        return said(
                "照会された資格はすでに喪失しており、別の新しい資格が登録されています。",
                "The coverage asked about has ended, and a new one is registered.",
                "新しい資格確認書などに書かれた保険者番号・記号・番号で、窓口でもう一度照会してください。",
                "Ask once more at the desk, with the numbers on the new eligibility certificate.");
    }

    private static Explanation progressUnknown() {
        return new Explanation(
                new LocalizedText(
                        "登録の進み具合を、ただいま確認できません。", "How far the registration is cannot be found out right now."),
                meanwhile("少し時間をおいて、同じ照会番号でもう一度お問い合わせください。", "Please call again a little later with the same number."),
                null);
    }

    private static Explanation waiting(Progress progress, ConfirmationStanding standing) {
        LocalDate today = standing.now().asOf();
        return switch (progress.stage()) {
            case WAITING_FOR_EMPLOYER -> forEmployer(progress, today);
            case WAITING_FOR_INSURER -> forInsurer(progress, today);
            case BEING_CONFIRMED -> beingConfirmed(progress, today);
            case BEING_LINKED ->
                said(
                        "登録内容の確認が済み、まもなく反映されます。",
                        "The data are confirmed and will be visible shortly.",
                        "数分おいて、窓口でもう一度照会してください。",
                        "Ask once more at the desk in a few minutes.");
            case LINKED -> linked(standing.now().validity());
            case NOTHING_KNOWN -> nothingKnown();
        };
    }

    /** The law counts from the first day at work, which nobody has told us yet: it cannot be before the loss. */
    private static Explanation forEmployer(Progress progress, LocalDate today) {
        LocalizedText since = day(progress.since(), today);
        LocalizedText due = day(progress.dueOn(), today);
        LocalizedText sentence = progress.overdue()
                ? new LocalizedText(
                        "以前の資格は%sに喪失していますが、新しい勤め先からの資格取得届がまだ届いていません。続けて勤め始めた場合、届出の期限は%sでした。"
                                .formatted(since.ja(), due.ja()),
                        "The earlier coverage ended on %s and no employer's report has arrived. Had work begun at once, it was due on %s."
                                .formatted(since.en(), due.en()))
                : new LocalizedText(
                        "以前の資格は%sに喪失していますが、新しい勤め先からの資格取得届がまだ届いていません。届出の期限は勤め始めた日から5日以内で、早ければ%sです。"
                                .formatted(since.ja(), due.ja()),
                        "The earlier coverage ended on %s and no employer's report has arrived yet. One is due within five days of the first day at work, on %s at the earliest."
                                .formatted(since.en(), due.en()));
        return new Explanation(
                sentence,
                meanwhile(
                        "新しい勤め先に、資格取得届を提出したか確認してください。お勤めでないときは、お住まいの市区町村で国民健康保険の手続を確認してください。",
                        "Ask the new employer whether the report has been filed; who is not employed asks the city or town about National Health Insurance."),
                nextDate(progress));
    }

    private static Explanation forInsurer(Progress progress, LocalDate today) {
        LocalizedText since = day(progress.since(), today);
        LocalizedText due = day(progress.dueOn(), today);
        return progress.overdue()
                ? new Explanation(
                        new LocalizedText(
                                "勤め先の資格取得届は%sに届いていますが、期限の%sを過ぎても保険者の登録が済んでいません。".formatted(since.ja(), due.ja()),
                                "The employer's report arrived on %s, but the insurer's data were due on %s and are not there."
                                        .formatted(since.en(), due.en())),
                        meanwhile("保険者に登録の状況を確認してください。", "Ask the insurer how far the registration is."),
                        nextDate(progress))
                : new Explanation(
                        new LocalizedText(
                                "勤め先の資格取得届は%sに届いており、保険者の登録を待っています。登録の期限は%sです。".formatted(since.ja(), due.ja()),
                                "The employer's report arrived on %s; the insurer's data are due on %s."
                                        .formatted(since.en(), due.en())),
                        meanwhile(
                                "登録の期限までお待ちください。期限を過ぎても変わらなければ、保険者に問い合わせてください。",
                                "Wait until that day; if nothing has changed after it, ask the insurer."),
                        nextDate(progress));
    }

    private static Explanation beingConfirmed(Progress progress, LocalDate today) {
        LocalizedText since = day(progress.since(), today);
        String ja = "データは届いていますが、登録内容に確認が必要な点があり、%sから保険者が確認しています。".formatted(since.ja());
        String en = "The data have arrived; since %s the insurer has been confirming a point in them."
                .formatted(since.en());
        if (progress.overdue()) {
            LocalizedText due = day(progress.dueOn(), today);
            ja += "登録の期限の%sを過ぎています。".formatted(due.ja());
            en += " The registration was due on %s.".formatted(due.en());
        }
        return new Explanation(
                new LocalizedText(ja, en),
                meanwhile(
                        "ご本人の手続は必要ありません。お急ぎのときは保険者に問い合わせてください。",
                        "The patient need not do anything; if it is urgent, ask the insurer."),
                nextDate(progress));
    }

    private static Explanation linked(Validity now) {
        return now == Validity.NOT_FOUND
                ? said(
                        "この記号・番号は登録されていますが、入力された内容と一致しません。",
                        "This card is registered, but what was entered does not match it.",
                        "生年月日と枝番を確認して、窓口でもう一度照会してください。",
                        "Check birth date and branch number, and ask once more at the desk.")
                : said(
                        "登録は完了していますが、この資格は現在有効ではありません。",
                        "The registration is complete, but this coverage does not hold today.",
                        "資格の取得日と喪失日を確認し、違っていれば保険者に問い合わせてください。",
                        "Check the dates of the coverage; if they are wrong, ask the insurer.");
    }

    private static Explanation nothingKnown() {
        return new Explanation(
                new LocalizedText(
                        "この記号・番号では、届出も登録もまだ見つかりません。",
                        "Neither a report nor a registration is known for this card yet."),
                meanwhile(
                        "入力した保険者番号・記号・番号・生年月日を確認し、正しければ、勤め先に資格取得届を提出したか確認してください。",
                        "Check what was entered; if it is right, ask the employer whether the report has been filed."),
                null);
    }

    private static Explanation said(String ja, String en, String stepJa, String stepEn) {
        return new Explanation(new LocalizedText(ja, en), new LocalizedText(stepJa, stepEn), null);
    }

    private static LocalizedText meanwhile(String stepJa, String stepEn) {
        return new LocalizedText(stepJa + MEANWHILE.ja(), stepEn + " " + MEANWHILE.en());
    }

    private static LocalizedText day(LocalDate day, LocalDate today) {
        return new SpokenDay(day).seenFrom(today);
    }

    private static LocalDate nextDate(Progress progress) {
        return progress.overdue() ? null : progress.dueOn();
    }
}
