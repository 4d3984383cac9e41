package jp.shikaku.kit.figure;

import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.smallrye.mutiny.Uni;

/**
 * What was counted last.
 *
 * @param <T> the counts
 */
public final class Counted<T> {

    private final MeterRegistry registry;
    private final Supplier<Uni<T>> count;
    private volatile T last;

    Counted(MeterRegistry registry, Supplier<Uni<T>> count) {
        this.registry = registry;
        this.count = count;
    }

    /** As {@link #gauge(String, String, Tags, ToDoubleFunction)}, where the name says all. */
    public void gauge(String name, String description, ToDoubleFunction<T> figure) {
        gauge(name, description, Tags.empty(), figure);
    }

    /** One of the counts; not a number while they cannot be counted. */
    public void gauge(String name, String description, Tags tags, ToDoubleFunction<T> figure) {
        Gauge.builder(name, () -> figure(figure))
                .description(description)
                .tags(tags)
                .register(registry);
    }

    /** The name of a constant, as tags have it. */
    public static String tag(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    void count() {
        count.get().subscribe().with(counts -> last = counts, failure -> last = null);
    }

    private double figure(ToDoubleFunction<T> figure) {
        T counts = last;
        return counts == null ? Double.NaN : figure.applyAsDouble(counts);
    }
}
