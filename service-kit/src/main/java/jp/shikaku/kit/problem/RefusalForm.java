package jp.shikaku.kit.problem;

import java.util.List;

import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.problem.Problem;
import jp.shikaku.contracts.problem.ProblemType;

/**
 * Another form of a refusal, for callers who speak the language of a standard that has its own. A service that has such paths
 * has a bean of this type; everywhere else a refusal is {@code application/problem+json}.
 */
public interface RefusalForm {

    /** Whether callers of {@code path} expect this form. */
    boolean isFor(String path);

    String mediaType();

    /**
     * @param problem the refusal as it would be said otherwise, in the caller's language
     * @param type of {@code problem}
     * @param invalid the values that were refused
     */
    byte[] write(Problem problem, ProblemType type, List<InvalidField> invalid);
}
