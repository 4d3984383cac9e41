package jp.shikaku.registration.resident;

/** The resident register could not be asked. Nothing is known of anybody, and nothing may be cleared. */
public final class RegisterUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RegisterUnavailableException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
