package jp.shikaku.contracts.hotline;

import java.util.List;
import java.util.Objects;

import jp.shikaku.contracts.source.SourceLink;
import jp.shikaku.contracts.text.LocalizedText;

/**
 * A telephone number people may call, free of charge.
 *
 * @param id stable, lower-case words joined by hyphens
 * @param phoneNumber as it is dialled in Japan, with hyphens
 * @param name what the line is called
 * @param purpose who may call and about what
 * @param languages what the line speaks, as two-letter ISO 639 codes, the first one first
 * @param roundTheClock what it takes at any hour of any day; empty when nothing
 * @param sources where number and hours were published
 */
public record HotlineLine(
        String id,
        String phoneNumber,
        LocalizedText name,
        LocalizedText purpose,
        List<String> languages,
        OpeningHours hours,
        List<LocalizedText> roundTheClock,
        List<SourceLink> sources) {

    public HotlineLine {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(phoneNumber, "phoneNumber");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(purpose, "purpose");
        languages = List.copyOf(languages);
        Objects.requireNonNull(hours, "hours");
        roundTheClock = List.copyOf(roundTheClock);
        sources = List.copyOf(sources);
    }
}
