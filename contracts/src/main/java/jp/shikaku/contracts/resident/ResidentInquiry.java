package jp.shikaku.contracts.resident;

import java.util.List;

/**
 * What the resident register is asked, in one {@code POST} of JSON: who up to {@value #MAX_QUESTIONS} individual numbers
 * belong to. The register answers 200 with {@link ResidentAnswers}; every other status means that nothing is known. The
 * numbers go this way only: an answer says which question it is for and never repeats a number.
 */
public record ResidentInquiry(List<Question> questions) {

    public static final int MAX_QUESTIONS = 1000;

    public ResidentInquiry {
        questions = List.copyOf(questions);
    }

    /**
     * @param ref the place of the question in the list, from 0
     * @param individualNumber 個人番号, twelve ASCII digits
     */
    public record Question(int ref, String individualNumber) {

        /** Names nobody, wherever it is printed (R5). */
        @Override
        public String toString() {
            return "Question[ref=" + ref + "]";
        }
    }
}
