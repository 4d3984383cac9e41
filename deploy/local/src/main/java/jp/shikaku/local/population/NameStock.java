package jp.shikaku.local.population;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The names people are made up from. Frequent names, so that no combination means anybody. */
final class NameStock {

    /**
     * @param variant the same name in the characters some registers write; {@code null} when there is one way only
     */
    record Name(String kanji, String kana, String variant) {

        Optional<String> otherWriting() {
            return Optional.ofNullable(variant);
        }
    }

    /** @param prefecture two digits, JIS X 0401 */
    record Place(String prefecture, String text) {}

    private final List<Name> surnames = names("surnames.tsv");
    private final List<Name> female = names("given-names-female.tsv");
    private final List<Name> male = names("given-names-male.tsv");
    private final List<Place> places = lines("places.tsv").stream()
            .map(cells -> new Place(cells[0], cells[1]))
            .toList();

    Name surname(RandomGenerator random) {
        return pick(surnames, random);
    }

    Name given(boolean isFemale, RandomGenerator random) {
        return pick(isFemale ? female : male, random);
    }

    Place place(RandomGenerator random) {
        return pick(places, random);
    }

    private static <T> T pick(List<T> stock, RandomGenerator random) {
        return stock.get(random.nextInt(stock.size()));
    }

    private static List<Name> names(String file) {
        return lines(file).stream()
                .map(cells -> new Name(cells[0], cells[1], cells.length > 2 ? cells[2] : null))
                .toList();
    }

    private static List<String[]> lines(String file) {
        try (var reader = new BufferedReader(
                new InputStreamReader(NameStock.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
            return reader.lines().map(line -> line.split("\t")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
