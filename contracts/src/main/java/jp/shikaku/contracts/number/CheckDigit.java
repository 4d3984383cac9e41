package jp.shikaku.contracts.number;

/**
 * The check digit that insurer numbers and institution codes share (保険者番号等設定要領). From the digit left of the
 * check digit leftwards, weights 2, 1, 2, 1…; the digits of each product are added up; the check digit brings the sum
 * to a multiple of ten. It finds every single wrong digit and every swap of neighbours except 09 ↔ 90.
 */
final class CheckDigit {

    private CheckDigit() {}

    /** Whether the last of {@code digits} (ASCII digits only) is the check digit of those before it. */
    static boolean holds(String digits) {
        int body = digits.length() - 1;
        return digits.charAt(body) - '0' == of(digits.substring(0, body));
    }

    /** The check digit, 0–9, that belongs behind {@code body} (ASCII digits only). */
    static int of(String body) {
        int sum = 0;
        int weight = 2;
        for (int i = body.length() - 1; i >= 0; i--) {
            int product = (body.charAt(i) - '0') * weight;
            sum += product / 10 + product % 10;
            weight = 3 - weight;
        }
        return (10 - sum % 10) % 10;
    }
}
