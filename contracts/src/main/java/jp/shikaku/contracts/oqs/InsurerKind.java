package jp.shikaku.contracts.oqs;

import jp.shikaku.contracts.number.InsurerNumber;

/**
 * What {@code InsurerName} says. Whoever answers knows the number of an insurer and not its name; the kind of insurance
 * follows from the law number (法別番号), and clients expect the element.
 */
final class InsurerKind {

    private InsurerKind() {}

    static String of(InsurerNumber insurer) {
        return insurer.lawNumber().map(InsurerKind::ofLaw).orElse("国民健康保険");
    }

    private static String ofLaw(String law) {
        return switch (law) {
            case "01" -> "全国健康保険協会";
            case "02" -> "船員保険";
            case "03", "04" -> "日雇特例被保険者の保険";
            case "06" -> "健康保険組合";
            case "07" -> "自衛官等の療養の給付";
            case "31" -> "国家公務員共済組合";
            case "32" -> "地方公務員等共済組合";
            case "33" -> "警察共済組合";
            case "34" -> "公立学校共済組合・日本私立学校振興・共済事業団";
            case "39" -> "後期高齢者医療";
            case "63" -> "特定健康保険組合（特例退職）";
            case "67" -> "国民健康保険（退職者医療）";
            default -> "特定共済組合（特例退職）";
        };
    }
}
