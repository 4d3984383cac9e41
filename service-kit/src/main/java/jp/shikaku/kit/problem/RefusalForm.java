package jp.shikaku.kit.problem;

import java.util.List;
import java.util.Locale;

import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.problem.Problem;
import jp.shikaku.contracts.problem.ProblemType;

/**
 * Another form of a refusal, for callers who speak the language of a standard that has its own. A service that has such paths
 * has a bean of this type; everywhere else a refusal is {@code application/problem+json}.
 */
public interface RefusalForm {

    /**
     * Whether a caller of {@code path} expects this form.
     *
     * @param accept what the caller says to read; {@code null} when it says nothing
     */
    boolean isFor(String path, String accept);

    String mediaType();

    /**
     * @param problem the refusal as it would be said otherwise, in the caller's language
     * @param type of {@code problem}
     * @param invalid the values that were refused
     * @param language that of {@code problem}
     */
    byte[] write(Problem problem, ProblemType type, List<InvalidField> invalid, Locale language);
}
