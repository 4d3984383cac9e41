package jp.shikaku.registration.request;

import java.util.UUID;

import jp.shikaku.contracts.problem.ProblemType;

/** The id in the path of a resource. What is no id names nothing, which is all a caller is told. */
public final class ResourceId {

    private ResourceId() {}

    /** @throws jp.shikaku.contracts.problem.ProblemException of type {@code notFound} when {@code text} is no UUID */
    public static UUID of(String text, ProblemType notFound) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw notFound.exception();
        }
    }
}
