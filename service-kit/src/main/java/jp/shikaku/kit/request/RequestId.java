package jp.shikaku.kit.request;

import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import com.github.f4b6a3.uuid.UuidCreator;

/**
 * The id under which one request is found again in answers and logs. A caller's own {@code X-Request-Id} is kept when
 * it is a UUID, so that a question can be followed through the three services.
 */
@RequestScoped
public class RequestId {

    public static final String HEADER = "X-Request-Id";

    private String value;

    /** A UUID. */
    public String value() {
        if (value == null) {
            value = acceptedOrNew(null);
        }
        return value;
    }

    void take(String header) {
        value = acceptedOrNew(header);
    }

    /** {@code header} when it is a UUID, else a new one: nothing a caller writes goes unchecked into our logs. */
    public static String acceptedOrNew(String header) {
        if (header != null && header.length() == 36) {
            try {
                return UUID.fromString(header).toString();
            } catch (IllegalArgumentException e) {
                return acceptedOrNew(null);
            }
        }
        return UuidCreator.getTimeOrderedEpoch().toString();
    }
}
