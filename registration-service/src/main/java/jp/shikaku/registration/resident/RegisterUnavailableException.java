package jp.shikaku.registration.resident;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The resident register could not be asked, or its answer could not be used. Nothing is known of anybody, and nothing may
 * be cleared. To whoever turns failures into answers it is an outage, like every failure to read or write.
 */
public final class RegisterUnavailableException extends UncheckedIOException {

    private static final long serialVersionUID = 1L;

    /** @param reason without anything that was sent or received: it may be logged (R1, R5) */
    public RegisterUnavailableException(String reason) {
        super(reason, new IOException(reason));
    }
}
