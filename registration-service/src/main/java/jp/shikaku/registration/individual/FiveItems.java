package jp.shikaku.registration.individual;

import java.time.LocalDate;

import jp.shikaku.contracts.person.Sex;

/**
 * 5情報: what identifies a person in the resident register (住民基本台帳) and is compared with it. Raw texts, as written.
 */
public record FiveItems(String name, String nameKana, LocalDate birthDate, Sex sex, String address) {

    /** Names nobody, wherever it is printed (R1). */
    @Override
    public String toString() {
        return "FiveItems[]";
    }
}
