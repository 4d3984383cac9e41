package jp.shikaku.eligibility.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jp.shikaku.contracts.confirmation.AnswerReason;
import jp.shikaku.contracts.confirmation.DeskStep;
import jp.shikaku.contracts.confirmation.DeskStep.StepCode;
import jp.shikaku.contracts.confirmation.PatientShare;
import jp.shikaku.contracts.confirmation.ShownCoverage;
import jp.shikaku.contracts.coverage.Validity;
import jp.shikaku.contracts.text.LocalizedText;

/** What the desk does about an answer, and why it is as it is (保発0710第1号 of 2023-07-10, and the notice of 2023-06-06). */
public final class DeskGuide {

    private static final LocalizedText SHARE_BY_AGE =
            new LocalizedText("年齢と所得に応じた割合（多くは3割）", "the share of the patient's age and income, mostly 30 percent");

    private static final AnswerReason NOTHING_TYPED = new AnswerReason(
            AnswerReason.ReasonCode.NOTHING_FOUND,
            new LocalizedText(
                    "入力された内容で表示できる資格がありません。届出や登録がこれからの場合、入力が違う場合があります。",
                    "Nothing can be shown for what was typed: it may not have been registered yet, or be typed otherwise than on the card."));

    private static final AnswerReason NOTHING_OF_HOLDER = new AnswerReason(
            AnswerReason.ReasonCode.NOTHING_FOUND,
            new LocalizedText(
                    "このカードの方について表示できる資格がありません。届出や登録がこれからの場合があります。",
                    "Nothing can be shown of the holder of this card: it may not have been registered yet."));

    private static final AnswerReason SEVERAL_PERSONS = new AnswerReason(
            AnswerReason.ReasonCode.SEVERAL_PERSONS, new LocalizedText("該当する方が複数います。", "More than one person fits."));

    private static final AnswerReason SEVERAL_COVERAGES = new AnswerReason(
            AnswerReason.ReasonCode.SEVERAL_COVERAGES,
            new LocalizedText(
                    "このカードの方には該当する資格が複数あり、一つに決められません。",
                    "The holder of this card has more than one coverage that fits, and none is chosen."));

    private DeskGuide() {}

    /** What a patient of this age pays; to be told where no coverage says so. */
    public static PatientShare share(LocalDate day, LocalDate birthDate) {
        return ShareRule.on(day, birthDate);
    }

    /**
     * What to do, in order; nothing for a valid card.
     *
     * @param share empty when nothing tells the patient's age
     * @param byCertificate whether it was asked by individual-number card
     */
    public static List<DeskStep> steps(Validity validity, Optional<PatientShare> share, boolean byCertificate) {
        if (validity == Validity.VALID) {
            return List.of();
        }
        List<DeskStep> steps = new ArrayList<>();
        LocalizedText pays = share.map(PatientShare::text).orElse(SHARE_BY_AGE);
        steps.add(byCertificate ? firstByCertificate(validity) : first(validity));
        steps.add(step(
                StepCode.MYNA_PORTAL,
                "患者のスマートフォンでマイナポータルの「健康保険証」の画面を見せてもらい、いまの保険者・記号・番号を控える。",
                "Have the patient show the insurance screen of マイナポータル, and note insurer, symbol and number."));
        steps.add(step(
                StepCode.CONFIRMATION_CERTIFICATE,
                "資格確認書を持っていれば、その内容で受け付ける。",
                "Accept a 資格確認書 (certificate of eligibility) if the patient has one."));
        steps.add(step(
                StepCode.NOTICE_WITH_CARD,
                "「資格情報のお知らせ」はマイナンバーカードと一緒に見せてもらう（お知らせだけでは受け付けられない）。",
                "A 資格情報のお知らせ counts together with the individual-number card, and not alone."));
        steps.add(step(
                StepCode.DECLARATION,
                "どれもなければ被保険者資格申立書を書いてもらう。窓口の負担は" + pays.ja() + "で、10割ではない。",
                "If there is none of these, have the patient sign a 被保険者資格申立書: the patient pays " + pays.en()
                        + ", and not all."));
        steps.add(
                step(
                        StepCode.CLAIM_ORDER,
                        "請求は、いまの保険者番号・記号・番号、わからなければ以前のもの、それもなければ「不詳」(保険者番号 77777777、摘要欄に住所・事業所・連絡先)の順。",
                        "Claim by the present numbers; else by the former ones; else as 不詳 (insurer number 77777777, with address, employer and telephone number in the remarks)."));
        steps.add(step(StepCode.PAPER_PRESCRIPTION, "処方箋は紙で渡す。", "Prescribe on paper."));
        steps.add(step(
                StepCode.WATCH,
                "変わったときに知りたい場合は、この照会番号で /watches に見張りを登録する。",
                "To be told when this changes, open a watch of this confirmation at /watches."));
        return List.copyOf(steps);
    }

    /** Nothing was typed that could be wrong, and there is no branch number to ask for. */
    private static DeskStep firstByCertificate(Validity validity) {
        return switch (validity) {
            case NOT_FOUND, SEVERAL_CANDIDATES ->
                step(
                        StepCode.ASK_BY_INSURANCE,
                        "資格確認書・資格情報のお知らせなどに書かれた保険者番号・記号・番号で照会し直す。",
                        "Ask again by insurer, symbol and number, as they are on a certificate or notice of the insurance.");
            case VALID, INVALID, INVALID_NEWER_COVERAGE -> first(validity);
        };
    }

    private static DeskStep first(Validity validity) {
        return switch (validity) {
            case VALID -> throw new IllegalArgumentException("nothing is to be done about a valid card");
            case NOT_FOUND ->
                step(
                        StepCode.CHECK_INPUT,
                        "保険者番号・記号・番号・枝番・生年月日を、カードと見比べて確かめる。",
                        "Compare insurer number, symbol, number, branch and birth date with the card.");
            case SEVERAL_CANDIDATES ->
                step(StepCode.ASK_WITH_BRANCH, "枝番を確かめて照会し直す。", "Ask again with the branch number.");
            case INVALID, INVALID_NEWER_COVERAGE ->
                step(
                        StepCode.ASK_FOR_NEW_CARD,
                        "転職などで保険が変わっていないかを尋ね、新しい保険の資格確認書などがあればそれで照会し直す。",
                        "Ask whether the insurance has changed, with a new job for example, and ask again by the new one.");
        };
    }

    /**
     * Why the answer is not "valid".
     *
     * @param shown what may be shown; {@code null} for nothing
     * @param byCertificate whether it was asked by individual-number card
     * @throws IllegalArgumentException for a valid card
     */
    public static AnswerReason reason(Validity validity, LocalDate day, ShownCoverage shown, boolean byCertificate) {
        return switch (validity) {
            case VALID -> throw new IllegalArgumentException("a valid card needs no reason");
            case INVALID_NEWER_COVERAGE ->
                new AnswerReason(
                        AnswerReason.ReasonCode.COVERED_ELSEWHERE,
                        new LocalizedText(
                                "この保険の資格はなくなっており、別の保険の資格があります。",
                                "This coverage has ended; the person is covered elsewhere."));
            case NOT_FOUND -> byCertificate ? NOTHING_OF_HOLDER : NOTHING_TYPED;
            case SEVERAL_CANDIDATES -> byCertificate ? SEVERAL_COVERAGES : SEVERAL_PERSONS;
            case INVALID -> invalid(day, shown);
        };
    }

    private static AnswerReason invalid(LocalDate day, ShownCoverage shown) {
        if (shown == null) {
            return new AnswerReason(
                    AnswerReason.ReasonCode.NOT_VALID,
                    new LocalizedText("この日に有効な資格ではありませんでした。", "It was not valid on that day."));
        }
        return shown.acquired().isAfter(day)
                ? new AnswerReason(
                        AnswerReason.ReasonCode.COVERAGE_NOT_BEGUN,
                        new LocalizedText(
                                "この資格は" + shown.acquired() + "に始まります。",
                                "This coverage begins on " + shown.acquired() + "."))
                : new AnswerReason(
                        AnswerReason.ReasonCode.COVERAGE_LOST,
                        new LocalizedText("この資格はなくなっています。", "This coverage has ended."));
    }

    private static DeskStep step(StepCode code, String ja, String en) {
        return new DeskStep(code, new LocalizedText(ja, en));
    }
}
