package jp.shikaku.kit.request;

import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ProblemType;

/** The JSON object that a request has to bring. */
public final class JsonBody {

    private JsonBody() {}

    /**
     * @param body {@code null} where there was none, or the word {@code null}
     * @return {@code body}
     * @throws ProblemException {@code malformed-json} then
     */
    public static <T> T required(T body) {
        if (body == null) {
            throw ProblemType.MALFORMED_JSON.exception();
        }
        return body;
    }
}
