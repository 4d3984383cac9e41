package jp.shikaku.kit.trace;

import java.net.URI;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/**
 * Takes from every span what names a record: addresses hold confirmation numbers and the keys of persons. The pattern of the
 * path stays, as the route and as the span's name. A trace is kept elsewhere and by others than the data it is about (R1).
 */
@ApplicationScoped
public class DiscreetSpans implements SpanProcessor {

    static final String REMOVED = "-";

    private static final AttributeKey<String> PATH = AttributeKey.stringKey("url.path");
    private static final AttributeKey<String> QUERY = AttributeKey.stringKey("url.query");
    private static final AttributeKey<String> FULL = AttributeKey.stringKey("url.full");

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        if (span.getAttribute(PATH) != null) {
            span.setAttribute(PATH, REMOVED);
        }
        if (span.getAttribute(QUERY) != null) {
            span.setAttribute(QUERY, REMOVED);
        }
        String address = span.getAttribute(FULL);
        if (address != null) {
            span.setAttribute(FULL, serverOf(address));
        }
    }

    /** Scheme and authority, without anybody's name in it. */
    static String serverOf(String address) {
        try {
            URI uri = URI.create(address);
            return uri.getHost() == null ? REMOVED : uri.getScheme() + "://" + uri.getHost() + ":" + uri.getPort();
        } catch (IllegalArgumentException e) {
            return REMOVED;
        }
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        // What is known of a span is known at its start.
    }

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
