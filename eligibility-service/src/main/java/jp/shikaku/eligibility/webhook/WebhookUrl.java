package jp.shikaku.eligibility.webhook;

import java.net.URI;
import java.net.URISyntaxException;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;

/**
 * Where messages are sent.
 *
 * @param host without the brackets of an IPv6 address
 * @param path with the query
 */
record WebhookUrl(String text, boolean secure, String host, int port, String path) {

    private static final int MAX_LENGTH = 500;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    /**
     * @param plainHttp whether {@code http} will do
     * @throws InvalidValueException {@link ValueFault#TOO_LONG}, {@link ValueFault#WEBHOOK_ADDRESS}
     */
    static WebhookUrl of(String text, boolean plainHttp) {
        if (text.length() > MAX_LENGTH) {
            throw new InvalidValueException(ValueFault.TOO_LONG);
        }
        URI uri = uri(text);
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        boolean known = secure || plainHttp && "http".equalsIgnoreCase(uri.getScheme());
        if (!known || uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw new InvalidValueException(ValueFault.WEBHOOK_ADDRESS);
        }
        int port = uri.getPort() == -1 ? secure ? HTTPS : HTTP : uri.getPort();
        return new WebhookUrl(text, secure, bare(uri.getHost()), port, path(uri));
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new InvalidValueException(ValueFault.WEBHOOK_ADDRESS);
        }
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static String path(URI uri) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }
}
