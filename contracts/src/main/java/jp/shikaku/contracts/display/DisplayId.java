package jp.shikaku.contracts.display;

import java.util.Arrays;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import jp.shikaku.contracts.coverage.Validity;

/** What an answer can show. The slug is the stable last part of the address of its explanation. */
public enum DisplayId {
    /** 資格（有効）. */
    VALID("valid"),
    /** 資格（無効）, no other coverage is known. */
    INVALID("invalid"),
    /** 資格（無効）, a newer coverage of the person is known. */
    INVALID_NEWER_COVERAGE("invalid-newer-coverage"),
    /** 資格情報なし. */
    NOT_FOUND("not-found"),
    /** 複数該当. */
    SEVERAL_CANDIDATES("several-candidates"),
    /** 判定不能: we could not find out (R3). */
    UNDETERMINED("undetermined");

    private final String slug;

    DisplayId(String slug) {
        this.slug = slug;
    }

    @JsonValue
    public String slug() {
        return slug;
    }

    /** Where the inquiry service explains it: stable, and what an answer about a card links to. */
    public String path() {
        return "/displays/" + slug;
    }

    /** What is shown for {@code validity}. */
    public static DisplayId of(Validity validity) {
        return switch (validity) {
            case VALID -> VALID;
            case INVALID -> INVALID;
            case INVALID_NEWER_COVERAGE -> INVALID_NEWER_COVERAGE;
            case NOT_FOUND -> NOT_FOUND;
            case SEVERAL_CANDIDATES -> SEVERAL_CANDIDATES;
        };
    }

    /** The display with this slug; empty when there is none. */
    public static Optional<DisplayId> find(String slug) {
        return Arrays.stream(values()).filter(id -> id.slug.equals(slug)).findFirst();
    }

    /** @throws IllegalArgumentException when no display has this slug */
    @JsonCreator
    static DisplayId ofSlug(String slug) {
        return find(slug).orElseThrow(() -> new IllegalArgumentException("no display is called " + slug));
    }
}
