package jp.shikaku.contracts.resident;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * What the resident register answers: one {@link Answer} for each question of a {@link ResidentInquiry}, in any order. An
 * answer that is missing, given twice or incomplete makes the whole useless: silence is never taken for {@code UNKNOWN}.
 * Fields that are not named here are left unread, so that the register may add some.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ResidentAnswers(List<Answer> answers) {

    /** Whether the number belongs to somebody. */
    public enum Result {
        FOUND,
        UNKNOWN
    }

    /**
     * @param ref of the question
     * @param person there if, and only if, somebody was found
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Answer(Integer ref, Result result, Person person) {

        /** Names nobody, wherever it is printed (R1). */
        @Override
        public String toString() {
            return "Answer[ref=" + ref + "]";
        }
    }

    /**
     * 5情報, as the register writes them.
     *
     * @param birthDate {@code yyyy-MM-dd}
     * @param sex 1 male, 2 female
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Person(String name, String nameKana, String birthDate, String sex, String address) {

        /** Names nobody, wherever it is printed (R1). */
        @Override
        public String toString() {
            return "Person[]";
        }
    }
}
