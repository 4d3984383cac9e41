package jp.shikaku.kit.request;

import jakarta.ws.rs.core.EntityTag;

import org.jboss.resteasy.reactive.RestResponse;

import jp.shikaku.contracts.problem.ProblemType;

/** The {@code ETag} of what can be edited is its version number; {@code If-Match} has to name it. */
public final class EntityVersion {

    private EntityVersion() {}

    /** The tag of version {@code version}. */
    public static EntityTag tag(int version) {
        return new EntityTag(Integer.toString(version));
    }

    /** {@code entity}, with the tag of its version {@code version}. */
    public static <T> RestResponse<T> tagged(T entity, int version) {
        return RestResponse.ResponseBuilder.ok(entity).tag(tag(version)).build();
    }

    /**
     * The version that {@code ifMatch} names. {@code *} is not accepted: who edits has to have read.
     *
     * @throws jp.shikaku.contracts.problem.ProblemException {@code if-match-required} when the header is missing,
     *     {@code version-changed} when it can match no version of ours
     */
    public static int required(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            throw ProblemType.IF_MATCH_REQUIRED.exception();
        }
        String tag = ifMatch.strip();
        if (!tag.matches("\"[0-9]{1,9}\"")) {
            throw ProblemType.VERSION_CHANGED.exception();
        }
        return Integer.parseInt(tag.substring(1, tag.length() - 1));
    }

    /**
     * The version that a page's form was made from, which it carries along: what was changed since is not written over.
     *
     * @throws jp.shikaku.contracts.problem.ProblemException {@code version-changed} when it can be no version of ours
     */
    public static int ofForm(String text) {
        if (text == null || !text.matches("[0-9]{1,9}")) {
            throw ProblemType.VERSION_CHANGED.exception();
        }
        return Integer.parseInt(text);
    }
}
