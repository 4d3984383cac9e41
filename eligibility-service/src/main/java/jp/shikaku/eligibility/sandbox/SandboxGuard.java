package jp.shikaku.eligibility.sandbox;

import java.net.URI;

/**
 * The sandbox is never beside real data. What is real cannot be told from the data: it is real where real parties can sign
 * in, and that is wherever tokens come from anything but a local identity, whose name ends in {@code .local}.
 */
final class SandboxGuard {

    private static final String LOCAL = ".local";

    private SandboxGuard() {}

    /**
     * @param issuer of the tokens that are accepted
     * @param othersLinked whether coverages of other insurers than the sandbox's are there
     * @throws IllegalStateException when the service must not start
     */
    static void check(String issuer, boolean othersLinked) {
        if (othersLinked && !isLocal(issuer)) {
            throw new IllegalStateException(
                    "shikaku.sandbox.enabled is set, but this database has coverages that are not of the sandbox and tokens of "
                            + issuer + " are accepted: give the sandbox a database of its own, or switch it off");
        }
    }

    private static boolean isLocal(String issuer) {
        String host = URI.create(issuer).getHost();
        return host != null && host.endsWith(LOCAL);
    }
}
