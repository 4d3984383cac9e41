package jp.shikaku.local.http;

import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a service answered.
 *
 * @param status HTTP status
 * @param body the JSON body; a missing node when there was none
 * @param etag the {@code ETag}; empty when there was none
 * @param took from the first byte sent to the last byte read
 */
public record Answer(int status, JsonNode body, String etag, Duration took) {

    /** The text at a JSON pointer into the body; empty when there is none. */
    public String text(String pointer) {
        return body.at(pointer).asText();
    }

    public boolean ok() {
        return status >= 200 && status < 300;
    }
}
