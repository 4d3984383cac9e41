package jp.shikaku.registration.sister;

import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What another service of the house answered, whatever its status. */
public final class SisterAnswer {

    private static final int FIRST_OF_REFUSALS = 300;

    private final int status;
    private final String body;
    private final ObjectMapper json;

    SisterAnswer(int status, String body, ObjectMapper json) {
        this.status = status;
        this.body = body;
        this.json = json;
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    public boolean isSuccess() {
        return status >= 200 && status < FIRST_OF_REFUSALS;
    }

    /** The body as {@code type}; empty when it is something else. What it says beyond our contract is not minded. */
    public <T> Optional<T> as(TypeReference<T> type) {
        try {
            return body.isBlank() ? Optional.empty() : Optional.ofNullable(json.readValue(body, type));
        } catch (JsonProcessingException e) {
            return Optional.empty(); // its message quotes what was sent
        }
    }

    /** The stable code of a refusal and nothing else of it: what a sister quotes is not for our log. Empty without one. */
    public String problemCode() {
        try {
            String code = body.isBlank() ? "" : json.readTree(body).path("code").asText("");
            return code.matches("[a-z0-9-]{1,64}") ? code : "";
        } catch (JsonProcessingException e) {
            return ""; // somebody between us and the sister answered
        }
    }
}
