package jp.shikaku.contracts.paging;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A part of a list that may be long.
 *
 * @param items at most as many as were asked for
 * @param next cursor of the next page, to be sent back as {@code after}; left out on the last page
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(List<T> items, String next) {

    public Page {
        items = List.copyOf(items);
    }
}
