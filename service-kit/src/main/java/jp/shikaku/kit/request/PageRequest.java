package jp.shikaku.kit.request;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jp.shikaku.contracts.paging.Page;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;

/**
 * The part of a list that a caller asks for. Lists are ordered by ids that grow with time (UUIDv7).
 *
 * @param after id of the last item the caller has; {@code null} for the first page
 * @param limit 1 to 100
 */
public record PageRequest(UUID after, int limit) {

    private static final int MAX_LIMIT = 100;

    /** Reads {@code after} and {@code limit}; what cannot be read is noted in {@code reader}. */
    public static PageRequest read(ValueReader reader, String after, String limit) {
        UUID cursor = reader.optional("query:after", after, PageRequest::uuid);
        Integer size = reader.required("query:limit", limit, PageRequest::limit);
        return new PageRequest(cursor, size == null ? MAX_LIMIT : size);
    }

    /** @throws InvalidValueException when {@code text} is no UUID */
    public static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidValueException(ValueFault.KEY_FORMAT);
        }
    }

    /** How many items to read: one more than asked for tells whether there is a next page. */
    public int limitPlusOne() {
        return limit + 1;
    }

    /** The page for {@code found}, which holds up to {@link #limitPlusOne()} items. */
    public <T> Page<T> toPage(List<T> found, Function<T, String> cursor) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        List<T> items = found.subList(0, limit);
        return new Page<>(items, cursor.apply(items.get(limit - 1)));
    }

    private static int limit(String text) {
        if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MAX_LIMIT) {
            throw new InvalidValueException(ValueFault.LIMIT);
        }
        return Integer.parseInt(text);
    }
}
