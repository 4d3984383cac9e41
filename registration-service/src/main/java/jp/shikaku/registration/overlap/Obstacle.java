package jp.shikaku.registration.overlap;

import java.util.Locale;

import jp.shikaku.contracts.overlap.OverlapObstacle;
import jp.shikaku.contracts.text.LocalizedText;

/** Why a coverage may not be closed ex officio: what the rule says, and what has happened since the list. */
enum Obstacle {
    NOT_NATIONAL_HEALTH_INSURANCE(
            "職権で喪失処理できるのは国民健康保険の資格だけです。", "Only National Health Insurance can be closed without a report."),
    OTHER_IS_NO_EMPLOYEE_INSURANCE("重複している相手が被用者保険ではありません。", "The other is no employee insurance."),
    OTHER_BEGAN_EARLIER(
            "被用者保険の取得日が、この資格の取得日より前です。被用者保険の喪失が未登録でないか、相手の保険者に確かめてください。",
            "The other began earlier: ask its insurer whether it is that one which has ended."),
    NOT_IN_LATEST_LIST("最新の一覧に載っていません。", "The latest list does not tell of it."),
    IN_ONE_LIST_ONLY(
            "続けて2回の一覧に載るまで待ってください。届出が届く途中かもしれません。",
            "Wait until two consecutive lists tell of it: a report may be on its way."),
    OBJECTED("保険者が異議を登録しています。", "The insurer has objected."),
    OTHER_INSURER_OBJECTED(
            "相手の保険者がこの重複に異議を登録しています。相手の保険者に確かめてください。",
            "The other insurer has objected to the overlap: ask it whether its coverage stands."),
    RECORD_IN_DOUBT(
            "この記録に確認待ちまたは連携待ちの新しい版があります。先にそちらを終えてください。", "A newer version of the record waits: decide on that first."),
    CHANGED_SINCE_LIST(
            "一覧のあとで資格が変わりました。次の一覧を待ってください。", "One of the two coverages has changed since the list: wait for the next.");

    private final LocalizedText message;

    Obstacle(String ja, String en) {
        this.message = new LocalizedText(ja, en);
    }

    static Obstacle of(Closure.Reason reason) {
        return switch (reason) {
            case NOT_NATIONAL_HEALTH_INSURANCE -> NOT_NATIONAL_HEALTH_INSURANCE;
            case OTHER_IS_NO_EMPLOYEE_INSURANCE -> OTHER_IS_NO_EMPLOYEE_INSURANCE;
            case OTHER_BEGAN_EARLIER -> OTHER_BEGAN_EARLIER;
            case NOT_IN_LATEST_LIST -> NOT_IN_LATEST_LIST;
            case IN_ONE_LIST_ONLY -> IN_ONE_LIST_ONLY;
        };
    }

    OverlapObstacle told() {
        return new OverlapObstacle(name().toLowerCase(Locale.ROOT).replace('_', '-'), message);
    }
}
