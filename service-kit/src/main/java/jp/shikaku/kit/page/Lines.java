package jp.shikaku.kit.page;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

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

    public int count() {
        return all.size();
    }

    /** The line at {@code place}, from 0; {@code null} when there are not so many. */
    public String at(int place) {
        return place < all.size() ? all.get(place) : null;
    }
}
