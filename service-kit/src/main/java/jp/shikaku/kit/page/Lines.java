package jp.shikaku.kit.page;

import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What was typed into a field that takes one thing a line; empty lines are nothing. */
public record Lines(List<String> all) {

    public Lines {
        all = List.copyOf(all);
    }

    /** @param typed {@code null} for nothing */
    public static Lines of(String typed) {
        return new Lines(
                typed == null
                        ? List.of()
                        : typed.lines()
                                .map(String::strip)
                                .filter(line -> !line.isEmpty())
                                .toList());
    }

    /** {@code items} as they would be typed. */
    public static <T> String typed(Collection<T> items, Function<T, String> line) {
        return items.stream().map(line).collect(Collectors.joining("\n"));
    }

    /**
     * What two fields say together whose lines belong to each other, such as a text in two languages.
     *
     * @param make of a line each; {@code null} where one of them has fewer lines
     */
    public static <T> List<T> together(String one, String other, BiFunction<String, String, T> make) {
        Lines first = of(one);
        Lines second = of(other);
        return IntStream.range(0, Math.max(first.count(), second.count()))
                .mapToObj(i -> make.apply(first.at(i), second.at(i)))
                .toList();
    }

    public int count() {
        return all.size();
    }

    /** The line at {@code place}, from 0; {@code null} when there are not so many. */
    public String at(int place) {
        return place < all.size() ? all.get(place) : null;
    }
}
