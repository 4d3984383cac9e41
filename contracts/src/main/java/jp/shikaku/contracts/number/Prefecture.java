package jp.shikaku.contracts.number;

import java.util.Optional;

/** 都道府県番号 01–47 (JIS X 0401) at the head of other numbers. Told, never enforced: several kinds of number deviate. */
final class Prefecture {

    private static final int LAST = 47;

    private Prefecture() {}

    static Optional<String> in(String digits) {
        String code = digits.substring(0, 2);
        int number = Integer.parseInt(code);
        return number >= 1 && number <= LAST ? Optional.of(code) : Optional.empty();
    }
}
