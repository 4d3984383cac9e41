package jp.shikaku.kit.testing.browser;

import jp.shikaku.local.identity.Role;

/**
 * A page that is looked at.
 *
 * @param path after the language
 * @param name of its picture
 * @param role who has to have signed in; {@code null} for a page that is open to everybody
 * @param id of that party
 * @param status that it is answered with
 */
public record Seen(String path, String name, Role role, String id, int status) {

    private static final int OK = 200;

    public Seen(String path, String name, Role role, String id) {
        this(path, name, role, id, OK);
    }

    public static Seen open(String path, String name) {
        return new Seen(path, name, null, null);
    }

    /** The same look, which is refused. */
    public Seen refused(int refusal) {
        return new Seen(path, name, role, id, refusal);
    }

    boolean isRefused() {
        return status != OK;
    }
}
