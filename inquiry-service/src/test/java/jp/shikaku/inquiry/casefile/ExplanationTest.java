package jp.shikaku.inquiry.casefile;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import jp.shikaku.contracts.confirmation.ConfirmationStanding;
import jp.shikaku.contracts.confirmation.PrescriptionForm;
import jp.shikaku.contracts.confirmation.PrescriptionPermission;
import jp.shikaku.contracts.confirmation.Shown;
import jp.shikaku.contracts.coverage.Validity;
import jp.shikaku.contracts.number.ConfirmationNumber;
import jp.shikaku.contracts.person.SubjectKey;
import jp.shikaku.contracts.progress.Progress;
import jp.shikaku.contracts.progress.ProgressStage;
import jp.shikaku.contracts.text.LocalizedText;

import static jp.shikaku.contracts.coverage.Validity.INVALID;
import static jp.shikaku.contracts.coverage.Validity.INVALID_NEWER_COVERAGE;
import static jp.shikaku.contracts.coverage.Validity.NOT_FOUND;
import static jp.shikaku.contracts.coverage.Validity.SEVERAL_CANDIDATES;
import static jp.shikaku.contracts.coverage.Validity.VALID;
import static jp.shikaku.contracts.progress.ProgressStage.BEING_CONFIRMED;
import static jp.shikaku.contracts.progress.ProgressStage.BEING_LINKED;
import static jp.shikaku.contracts.progress.ProgressStage.LINKED;
import static jp.shikaku.contracts.progress.ProgressStage.NOTHING_KNOWN;
import static jp.shikaku.contracts.progress.ProgressStage.WAITING_FOR_EMPLOYER;
import static jp.shikaku.contracts.progress.ProgressStage.WAITING_FOR_INSURER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class ExplanationTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 4, 8);
    private static final LocalDate SINCE = LocalDate.of(2026, 4, 3);
    private static final LocalDate AHEAD = LocalDate.of(2026, 4, 10);
    private static final LocalDate PASSED = LocalDate.of(2026, 4, 7);
    private static final LocalDate LAST_YEAR = LocalDate.of(2025, 12, 20);

    static Stream<Arguments> sentences() {
        return Stream.of(
                arguments(
                        INVALID,
                        new Progress(WAITING_FOR_EMPLOYER, SINCE, AHEAD, false),
                        "以前の資格は4月3日に喪失していますが、新しい勤め先からの資格取得届がまだ届いていません。届出の期限は勤め始めた日から5日以内で、早ければ4月10日です。",
                        "The earlier coverage ended on 3 April and no employer's report has arrived yet. One is due within five days of the first day at work, on 10 April at the earliest.",
                        AHEAD),
                arguments(
                        INVALID,
                        new Progress(WAITING_FOR_EMPLOYER, LAST_YEAR, PASSED, true),
                        "以前の資格は2025年12月20日に喪失していますが、新しい勤め先からの資格取得届がまだ届いていません。続けて勤め始めた場合、届出の期限は4月7日でした。",
                        "The earlier coverage ended on 20 December 2025 and no employer's report has arrived. Had work begun at once, it was due on 7 April.",
                        null),
                arguments(
                        INVALID,
                        new Progress(WAITING_FOR_INSURER, SINCE, AHEAD, false),
                        "勤め先の資格取得届は4月3日に届いており、保険者の登録を待っています。登録の期限は4月10日です。",
                        "The employer's report arrived on 3 April; the insurer's data are due on 10 April.",
                        AHEAD),
                arguments(
                        INVALID,
                        new Progress(WAITING_FOR_INSURER, SINCE, PASSED, true),
                        "勤め先の資格取得届は4月3日に届いていますが、期限の4月7日を過ぎても保険者の登録が済んでいません。",
                        "The employer's report arrived on 3 April, but the insurer's data were due on 7 April and are not there.",
                        null),
                arguments(
                        NOT_FOUND,
                        new Progress(BEING_CONFIRMED, SINCE, AHEAD, false),
                        "データは届いていますが、登録内容に確認が必要な点があり、4月3日から保険者が確認しています。",
                        "The data have arrived; since 3 April the insurer has been confirming a point in them.",
                        AHEAD),
                arguments(
                        NOT_FOUND,
                        new Progress(BEING_CONFIRMED, SINCE, null, false),
                        "データは届いていますが、登録内容に確認が必要な点があり、4月3日から保険者が確認しています。",
                        "The data have arrived; since 3 April the insurer has been confirming a point in them.",
                        null),
                arguments(
                        NOT_FOUND,
                        new Progress(BEING_CONFIRMED, SINCE, PASSED, true),
                        "データは届いていますが、登録内容に確認が必要な点があり、4月3日から保険者が確認しています。登録の期限の4月7日を過ぎています。",
                        "The data have arrived; since 3 April the insurer has been confirming a point in them. The registration was due on 7 April.",
                        null),
                arguments(
                        NOT_FOUND,
                        new Progress(BEING_LINKED, SINCE, null, false),
                        "登録内容の確認が済み、まもなく反映されます。",
                        "The data are confirmed and will be visible shortly.",
                        null),
                arguments(
                        NOT_FOUND,
                        new Progress(LINKED, null, null, false),
                        "この記号・番号は登録されていますが、入力された内容と一致しません。",
                        "This card is registered, but what was entered does not match it.",
                        null),
                arguments(
                        INVALID,
                        new Progress(LINKED, null, null, false),
                        "登録は完了していますが、この資格は現在有効ではありません。",
                        "The registration is complete, but this coverage does not hold today.",
                        null),
                arguments(
                        NOT_FOUND,
                        new Progress(NOTHING_KNOWN, null, null, false),
                        "この記号・番号では、届出も登録もまだ見つかりません。",
                        "Neither a report nor a registration is known for this card yet.",
                        null),
                arguments(
                        NOT_FOUND,
                        null,
                        "登録の進み具合を、ただいま確認できません。",
                        "How far the registration is cannot be found out right now.",
                        null));
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void waitingIsExplainedByItsStage(Validity now, Progress progress, String ja, String en, LocalDate nextDate) {
        Explanation explanation = explain(now, now, progress);

        assertThat(explanation.sentence()).isEqualTo(new LocalizedText(ja, en));
        assertThat(explanation.nextDate()).isEqualTo(nextDate);
    }

    static Stream<Arguments> settled() {
        return Stream.of(
                arguments(VALID, VALID, "「資格（有効）」と表示されており、現在も有効です。", "必要な手続はありません。"),
                arguments(INVALID, VALID, "登録が完了し、現在は「資格（有効）」です。", "窓口でもう一度照会してください。"),
                arguments(NOT_FOUND, VALID, "登録が完了し、現在は「資格（有効）」です。", "窓口でもう一度照会してください。"),
                arguments(
                        INVALID,
                        INVALID_NEWER_COVERAGE,
                        "照会された資格はすでに喪失しており、別の新しい資格が登録されています。",
                        "新しい資格確認書などに書かれた保険者番号・記号・番号で、窓口でもう一度照会してください。"),
                arguments(
                        SEVERAL_CANDIDATES,
                        SEVERAL_CANDIDATES,
                        "入力された内容に当てはまる方が複数いるため、お一人に特定できません。",
                        "枝番（2桁）も入力して、窓口でもう一度照会してください。"));
    }

    @ParameterizedTest
    @MethodSource("settled")
    void whatIsDecidedAtTheDeskIsExplainedWhateverWaits(Validity shown, Validity now, String ja, String step) {
        for (Optional<Progress> progress : everyProgress().toList()) {
            Explanation explanation = Explanation.of(standing(shown, now), progress);

            assertThat(explanation.sentence().ja()).isEqualTo(ja);
            assertThat(explanation.nextStep().ja()).isEqualTo(step);
            assertThat(explanation.nextDate()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ProgressStage.class,
            names = {"WAITING_FOR_EMPLOYER", "WAITING_FOR_INSURER", "BEING_CONFIRMED", "NOTHING_KNOWN"})
    void whoeverWaitsIsToldThatNobodyPaysInFullMeanwhile(ProgressStage stage) {
        Explanation explanation = explain(INVALID, INVALID, new Progress(stage, SINCE, AHEAD, false));

        assertThat(explanation.nextStep().ja()).contains("被保険者資格申立書", "10割", "紙");
        assertThat(explanation.nextStep().en()).contains("declaration", "without paying in full", "paper");
    }

    @Test
    void whoeverCannotBeToldOfTheProgressIsToldSoTooAndToCallAgain() {
        assertThat(explain(INVALID, INVALID, null).nextStep().ja()).contains("同じ照会番号で", "10割");
    }

    @Test
    void everyCaseIsSaidInBothLanguagesWithNoHoleLeftInIt() {
        for (Validity shown : Validity.values()) {
            for (Validity now : Validity.values()) {
                everyProgress()
                        .map(progress -> Explanation.of(standing(shown, now), progress))
                        .forEach(explanation -> {
                            for (LocalizedText text :
                                    new LocalizedText[] {explanation.sentence(), explanation.nextStep()}) {
                                assertThat(text.ja()).endsWith("。").doesNotContain("%", "null");
                                assertThat(text.en()).endsWith(".").doesNotContain("%", "null");
                            }
                            assertThat(explanation.nextDate())
                                    .satisfiesAnyOf(date -> assertThat(date).isNull(), date -> assertThat(date)
                                            .isAfterOrEqualTo(TODAY));
                        });
            }
        }
    }

    /** Every stage in time and overdue, and none. */
    private static Stream<Optional<Progress>> everyProgress() {
        return Stream.concat(
                Stream.of(Optional.empty()),
                Arrays.stream(ProgressStage.values())
                        .flatMap(stage -> Stream.of(
                                Optional.of(new Progress(stage, SINCE, AHEAD, false)),
                                Optional.of(new Progress(stage, SINCE, PASSED, true)))));
    }

    private static Explanation explain(Validity shown, Validity now, Progress progress) {
        return Explanation.of(standing(shown, now), Optional.ofNullable(progress));
    }

    private static ConfirmationStanding standing(Validity shown, Validity now) {
        return new ConfirmationStanding(
                ConfirmationNumber.ofBits(7),
                OffsetDateTime.parse("2026-04-06T10:00:00+09:00"),
                shown(LocalDate.of(2026, 4, 6), shown),
                shown(TODAY, now),
                SubjectKey.of("A".repeat(43)),
                null);
    }

    private static Shown shown(LocalDate asOf, Validity validity) {
        PrescriptionPermission paper =
                new PrescriptionPermission(PrescriptionForm.PAPER, new LocalizedText("紙です。", "Paper."));
        return new Shown(asOf, validity, validity.display(), paper);
    }
}
