package jp.shikaku.registration.importing.file;

import java.text.Normalizer;
import java.util.function.BiFunction;
import java.util.function.Consumer;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.kit.file.WrittenDate;

/** In which ways a value may be written in a file, and how it is made what the API takes. */
enum Form {
    TEXT("文字", "Text", (text, notes) -> text),
    NUMBER("数字(全角可)", "Digits, in full or half width", (text, notes) -> narrow(text)),
    INDIVIDUAL_NUMBER(
            "12桁の数字(全角可)。受付不可の行を知らせるときは下4桁だけを示すので、行番号と残りの列で元の行を探してください",
            "12 digits, in full or half width. Of a row that comes back only the last four are shown: find it by its line"
                    + " and its other columns",
            (text, notes) -> narrow(text)),
    DATE(
            "2026-04-01、2026/4/1、20260401、令和8年4月1日、R8.4.1、R080401、5-080401(全角可)。平成31年5月〜12月は令和元年と読み、その旨を知らせます",
            "2026-04-01, 2026/4/1, 20260401, 令和8年4月1日, R8.4.1, R080401 or 5-080401, in full or half width; 平成31年"
                    + " from May on is read as 令和元年, with a note",
            WrittenDate::toIso),
    SEX("1・男、2・女", "1 or 男 (male), 2 or 女 (female)", (text, notes) -> Codes.SEX.read(text)),
    SEX_ON_CARD(
            "1・男、2・女、3・未設定",
            "1 or 男 (male), 2 or 女 (female), 3 or 未設定 (not set)",
            (text, notes) -> Codes.SEX_ON_CARD.read(text)),
    RELATION("1・本人、2・家族", "1 or 本人 (the insured person), 2 or 家族 (family)", (text, notes) -> Codes.RELATION.read(text)),
    BURDEN_SHARE(
            "010・1割、020・2割、030・3割", "010 or 1割, 020 or 2割, 030 or 3割", (text, notes) -> Codes.BURDEN_SHARE.read(text)),
    LOSS_REASON(
            "01・死亡、02・生活保護受給開始、03・医療保険等の資格取得、99・その他",
            "01 or 死亡 (death), 02 or 生活保護受給開始 (public assistance), 03 or 医療保険等の資格取得 (insured elsewhere),"
                    + " 99 or その他 (other)",
            (text, notes) -> Codes.LOSS_REASON.read(text)),
    CARD_CLASS(
            "01・一般、02・退職、03・短期(一般)、04・短期(退職)、05・特別療養費、06・特例退職、07・自衛官",
            "01 一般, 02 退職, 03 短期(一般), 04 短期(退職), 05 特別療養費, 06 特例退職, 07 自衛官, as code or word",
            (text, notes) -> Codes.CARD_CLASS.read(text));

    private final LocalizedText description;
    private final BiFunction<String, Consumer<ValueFault>, String> reading;

    Form(String ja, String en, BiFunction<String, Consumer<ValueFault>, String> reading) {
        this.description = new LocalizedText(ja, en);
        this.reading = reading;
    }

    LocalizedText description() {
        return description;
    }

    /**
     * The value as the API takes it.
     *
     * @param text not blank
     * @param notes is told what was read in another way than it is written
     * @throws InvalidValueException when it can be read in no way; what the API itself refuses is left to it
     */
    String read(String text, Consumer<ValueFault> notes) {
        if (text.codePoints().anyMatch(c -> Character.getType(c) == Character.PRIVATE_USE)) {
            throw new InvalidValueException(ValueFault.TEXT_PRIVATE_CHARACTER);
        }
        return reading.apply(text, notes);
    }

    private static String narrow(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }
}
