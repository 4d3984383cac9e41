package jp.shikaku.contracts.coverage;

import java.util.Arrays;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.text.LocalizedText;

/**
 * 資格有効性 (OQSCD006): what was found out about a card on a day. In JSON its code, a number.
 *
 * <p>There is no "undetermined": when something could not be found out there is no validity, and the answer is a
 * problem with status 503 (R3). OQSCD006 also has 6 有効（未登録）, which exists for medical assistance (医療扶助) only.
 */
public enum Validity {
    /** 有効 */
    VALID(1, "資格（有効）", "Eligibility (valid)"),
    /** 無効 */
    INVALID(2, "資格（無効）", "Eligibility (invalid)"),
    /** 無効（新しい資格あり）: the desk sees the same display as for {@link #INVALID}. */
    INVALID_NEWER_COVERAGE(3, "資格（無効）", "Eligibility (invalid)"),
    /** 該当資格なし */
    NOT_FOUND(4, "資格情報なし", "No eligibility information"),
    /** 複数該当: the system does not choose between them (R4). */
    SEVERAL_CANDIDATES(5, "複数該当", "Several candidates");

    private final int code;
    private final LocalizedText display;

    Validity(int code, String displayJa, String displayEn) {
        this.code = code;
        this.display = new LocalizedText(displayJa, displayEn);
    }

    @JsonValue
    public int code() {
        return code;
    }

    /** What the desk reads, in the words of the Ministry's notice of 2023-06-06. */
    public LocalizedText display() {
        return display;
    }

    /** @throws InvalidValueException {@link ValueFault#UNKNOWN_CODE} */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Validity ofCode(int code) {
        return Arrays.stream(values())
                .filter(validity -> validity.code == code)
                .findAny()
                .orElseThrow(() -> new InvalidValueException(ValueFault.UNKNOWN_CODE));
    }
}
