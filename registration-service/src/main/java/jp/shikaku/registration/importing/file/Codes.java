package jp.shikaku.registration.importing.file;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;

/** The codes of a list, and the words people write for them. */
final class Codes {

    static final Codes SEX = new Codes().meant("1", "男", "男性").meant("2", "女", "女性");
    static final Codes SEX_ON_CARD =
            new Codes().meant("1", "男", "男性").meant("2", "女", "女性").meant("3", "未設定");
    static final Codes RELATION = new Codes().meant("1", "本人", "被保険者").meant("2", "家族", "被扶養者");
    static final Codes BURDEN_SHARE = new Codes()
            .meant("010", "10", "1割", "一割")
            .meant("020", "20", "2割", "二割")
            .meant("030", "30", "3割", "三割");
    static final Codes LOSS_REASON = new Codes()
            .meant("01", "1", "死亡")
            .meant("02", "2", "生活保護受給開始", "生活保護")
            .meant("03", "3", "医療保険等の資格取得", "他保険加入")
            .meant("99", "その他");
    static final Codes CARD_CLASS = new Codes()
            .meant("01", "1", "一般")
            .meant("02", "2", "退職")
            .meant("03", "3", "短期(一般)")
            .meant("04", "4", "短期(退職)")
            .meant("05", "5", "特別療養費支給対象者", "特別療養費", "資格証明書")
            .meant("06", "6", "特例退職")
            .meant("07", "7", "自衛官");

    private final Map<String, String> codes = new LinkedHashMap<>();

    private Codes() {}

    private Codes meant(String code, String... words) {
        codes.put(code, code);
        for (String word : words) {
            codes.put(word, code);
        }
        return this;
    }

    /** The code; a word of no list comes back as it was, to be refused by who reads it. */
    String read(String text) {
        String known = codes.get(text);
        return known == null
                ? codes.getOrDefault(
                        Normalizer.normalize(text, Normalizer.Form.NFKC).replace(" ", ""), text)
                : known;
    }
}
