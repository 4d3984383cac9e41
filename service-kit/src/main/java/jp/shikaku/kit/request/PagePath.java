package jp.shikaku.kit.request;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the pages are: under their language, {@code /ja} and {@code /en}. Every other address is for programs. A page is
 * the same one in both languages when all that follows is the same.
 */
public final class PagePath {

    private static final Pattern PAGE = Pattern.compile("/(ja|en)(/.*)?");

    /** What a browser may be sent back to after signing in: a page of ours, and never another host. */
    private static final Pattern OWN_PAGE =
            Pattern.compile("/(ja|en)(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/?(\\?[A-Za-z0-9._~%&=+-]*)?");

    private PagePath() {}

    public static boolean isPage(String path) {
        return mayBeOne(path) && PAGE.matcher(path).matches();
    }

    /** Every request is asked about, and few are for pages. */
    private static boolean mayBeOne(String path) {
        return path.startsWith("/ja") || path.startsWith("/en");
    }

    /** The language of the page at {@code path}; empty when there is none at such an address. */
    public static Optional<Locale> language(String path) {
        Matcher page = PAGE.matcher(path);
        return page.matches() ? Optional.of(Locale.forLanguageTag(page.group(1))) : Optional.empty();
    }

    /** What follows the language: begins with a slash, or is empty. */
    public static String withinLanguage(String path) {
        Matcher page = PAGE.matcher(path);
        return page.matches() && page.group(2) != null ? page.group(2) : "";
    }

    public static boolean isOwnPage(String address) {
        return OWN_PAGE.matcher(address).matches();
    }

    /** Where somebody is led whom the provider has not signed in. */
    public static URI signInFailed(Locale language) {
        return URI.create("/" + language.getLanguage() + "/sign-in?failed=provider");
    }

    /** Where somebody who wanted {@code address}, a path and its query, signs in first. */
    public static URI signIn(Locale language, String address) {
        String page = "/" + language.getLanguage() + "/sign-in";
        return URI.create(
                isOwnPage(address) ? page + "?next=" + URLEncoder.encode(address, StandardCharsets.UTF_8) : page);
    }
}
