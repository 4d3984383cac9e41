package jp.shikaku.kit.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * The files that pages are made with: one style sheet and the scripts. Each has a hash of its content in its address, so
 * that a browser keeps it for good and still never shows an old one.
 */
@Singleton
public class Assets {

    private static final String CSS = "text/css;charset=UTF-8";
    private static final String SCRIPT = "text/javascript;charset=UTF-8";
    private static final int HASH_BYTES = 6;

    private final Map<String, Asset> assets = new LinkedHashMap<>();

    private record Asset(String address, String mediaType, Buffer content) {}

    Assets() {
        add("shikaku.css", "page/shikaku.css", CSS);
        add("live.js", "page/live.js", SCRIPT);
        add("icon.svg", "page/icon.svg", "image/svg+xml");
        add("htmx.js", "META-INF/resources/webjars/htmx.org/2.0.4/dist/htmx.min.js", SCRIPT);
    }

    /** @throws IllegalArgumentException when there is no such file */
    String address(String name) {
        Asset asset = assets.get(name);
        if (asset == null) {
            throw new IllegalArgumentException("no file of the pages is called " + name);
        }
        return asset.address();
    }

    void install(@Observes Router router) {
        router.get("/assets/:hash/:name").handler(this::send);
    }

    private void send(RoutingContext call) {
        Asset asset = assets.get(call.pathParam("name"));
        if (asset == null) {
            call.next();
            return;
        }
        // Another hash: a page of the release before or after, while both run. It gets what is here, and does not keep
        // it.
        boolean exact = asset.address().equals(call.normalizedPath());
        call.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, asset.mediaType())
                .putHeader(HttpHeaders.CACHE_CONTROL, exact ? "public, max-age=31536000, immutable" : "no-cache")
                .end(asset.content());
    }

    private void add(String name, String resource, String mediaType) {
        byte[] content = read(resource);
        assets.put(name, new Asset("/assets/" + hash(content) + "/" + name, mediaType, Buffer.buffer(content)));
    }

    private static byte[] read(String resource) {
        try (InputStream in = Assets.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not packed");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
