package jp.shikaku.inquiry.casefile;

import java.util.List;
import java.util.stream.IntStream;

import jp.shikaku.contracts.progress.Progress;
import jp.shikaku.contracts.progress.ProgressStage;
import jp.shikaku.contracts.text.LocalizedText;

/**
 * One place on the way from the employer to the clinic's screen.
 *
 * @param state {@code done}, {@code here} or {@code ahead}, as the style sheet calls it
 */
record Station(LocalizedText name, String state) {

    private static final List<LocalizedText> NAMES = List.of(
            new LocalizedText("事業主の届出", "Employer reports"),
            new LocalizedText("保険者の登録", "Insurer registers"),
            new LocalizedText("登録内容の確認", "Data are confirmed"),
            new LocalizedText("窓口で表示", "Clinics can see it"));

    /** All of them, for what {@code progress} says; empty when nothing is known. */
    static List<Station> way(Progress progress) {
        if (progress == null || progress.stage() == ProgressStage.NOTHING_KNOWN) {
            return List.of();
        }
        int here =
                switch (progress.stage()) {
                    case WAITING_FOR_EMPLOYER -> 0;
                    case WAITING_FOR_INSURER -> 1;
                    case BEING_CONFIRMED -> 2;
                    case BEING_LINKED -> 3;
                    case LINKED, NOTHING_KNOWN -> NAMES.size();
                };
        return IntStream.range(0, NAMES.size())
                .mapToObj(i -> new Station(NAMES.get(i), i < here ? "done" : i == here ? "here" : "ahead"))
                .toList();
    }
}
