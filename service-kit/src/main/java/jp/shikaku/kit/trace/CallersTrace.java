package jp.shikaku.kit.trace;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The trace in which a caller's request has its place, as the caller writes it (W3C Trace Context, 2021-11-23).
 *
 * @param id 32 hexadecimal digits
 * @param parent the header {@code traceparent}, well-formed
 * @param state the header {@code tracestate}, for tools of others; empty when there is none
 */
record CallersTrace(String id, String parent, String state) {

    static final String PARENT = "traceparent";
    static final String STATE = "tracestate";

    /** Version (never ff), trace, span (neither is all zeros), flags: lower case only, as it goes into our logs. */
    private static final Pattern WELL_FORMED =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    /** As much as the standard wants everybody to pass on. */
    private static final int LONGEST_STATE = 512;

    /**
     * Nothing, where {@code parent} is not what the standard says: it is then as if no trace had been named.
     *
     * @param state {@code null} when it was not sent
     */
    static Optional<CallersTrace> read(String parent, String state) {
        Matcher parts = WELL_FORMED.matcher(parent);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String kept = state == null || state.length() > LONGEST_STATE ? "" : state;
        return Optional.of(new CallersTrace(parts.group(1), parent, kept));
    }
}
