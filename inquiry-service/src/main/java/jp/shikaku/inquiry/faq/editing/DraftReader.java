package jp.shikaku.inquiry.faq.editing;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

import jp.shikaku.contracts.faq.AskedAs;
import jp.shikaku.contracts.faq.FaqAudience;
import jp.shikaku.contracts.faq.FaqContent;
import jp.shikaku.contracts.faq.FaqContentRequest;
import jp.shikaku.contracts.faq.FaqTopic;
import jp.shikaku.contracts.faq.RelatedContent;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.source.SourceLink;
import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.contracts.text.WireDate;

/** Reads what an operator has written, by the rules that hold for the files too. Gathers everything that is wrong. */
final class DraftReader {

    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");
    private static final Pattern LATIN_WORD = Pattern.compile("[A-Za-z]{2,}");
    private static final int QUESTION = 300;
    private static final int ANSWER = 1000;
    private static final int STEP = 500;
    private static final int PHRASE = 100;
    private static final int MOST = 10;

    private final ValueReader reader = new ValueReader();
    private final String root;

    /** @param root where the content stands in the body, as a JSON pointer without a final slash */
    DraftReader(String root) {
        this.root = root;
    }

    /** Reads the id of an entry; call before {@link #content}. */
    String entryId(String text) {
        return reader.required("/entryId", text, id -> {
            if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*") || id.length() > PHRASE) {
                throw new InvalidValueException(ValueFault.KEY_FORMAT);
            }
            return id;
        });
    }

    /**
     * Reads the content.
     *
     * @throws ProblemException {@code values-invalid}, naming everything that is wrong with what was read
     */
    FaqContent content(FaqContentRequest request) {
        if (request == null) {
            reader.refuse(root.isEmpty() ? "/topic" : root, ValueFault.REQUIRED);
            reader.refuseIfAnyInvalid();
        }
        FaqTopic topic = reader.required(at("topic"), request.topic(), text -> code(FaqTopic.class, text));
        List<FaqAudience> audience = each(
                "audience",
                request.audience(),
                1,
                (pointer, text) -> reader.required(pointer, text, value -> code(FaqAudience.class, value)));
        LocalizedText question = text(at("question"), request.question(), QUESTION);
        AskedAs askedAs = askedAs(request.askedAs());
        LocalizedText answer = text(at("answer"), request.answer(), ANSWER);
        List<LocalizedText> steps =
                each("nextSteps", request.nextSteps(), 1, (pointer, step) -> text(pointer, step, STEP));
        List<SourceLink> sources = each("sources", request.sources(), 1, this::source);
        LocalDate from = reader.required(at("effectiveFrom"), request.effectiveFrom(), WireDate::parse);
        LocalDate until = reader.optional(at("effectiveUntil"), request.effectiveUntil(), WireDate::parse);
        if (from != null && until != null && !until.isAfter(from)) {
            reader.refuse(at("effectiveUntil"), ValueFault.PERIOD_ORDER);
        }
        List<RelatedContent> related = each("related", request.related(), 0, this::link);
        reader.refuseIfAnyInvalid();
        return new FaqContent(
                topic, new HashSet<>(audience), question, askedAs, answer, steps, sources, from, until, related);
    }

    private LocalizedText text(String pointer, FaqContentRequest.Texts texts, int longest) {
        if (texts == null) {
            reader.refuse(pointer, ValueFault.REQUIRED);
            return null;
        }
        String ja = inLanguage(pointer + "/ja", texts.ja(), longest, JAPANESE);
        String en = inLanguage(pointer + "/en", texts.en(), longest, LATIN_WORD);
        return ja == null || en == null ? null : new LocalizedText(ja, en);
    }

    private String inLanguage(String pointer, String text, int longest, Pattern language) {
        String read = reader.requiredText(pointer, text, longest);
        if (read != null && !language.matcher(read).find()) {
            reader.refuse(pointer, ValueFault.TEXT_LANGUAGE);
        }
        return read;
    }

    private AskedAs askedAs(FaqContentRequest.Phrases phrases) {
        return phrases == null
                ? new AskedAs(List.of(), List.of())
                : new AskedAs(phrases("askedAs/ja", phrases.ja()), phrases("askedAs/en", phrases.en()));
    }

    private List<String> phrases(String field, List<String> phrases) {
        return each(field, phrases, 0, (pointer, phrase) -> reader.requiredText(pointer, phrase, PHRASE));
    }

    private SourceLink source(String pointer, FaqContentRequest.Source source) {
        LocalizedText title = text(pointer + "/title", source.title(), QUESTION);
        URI url = reader.required(pointer + "/url", source.url(), DraftReader::webAddress);
        return title == null || url == null ? null : new SourceLink(title, url);
    }

    private RelatedContent link(String pointer, FaqContentRequest.Link link) {
        RelatedContent.Target kind =
                reader.required(pointer + "/kind", link.kind(), text -> code(RelatedContent.Target.class, text));
        String id = reader.requiredText(pointer + "/id", link.id(), PHRASE);
        return kind == null || id == null ? null : new RelatedContent(kind, id);
    }

    /** Reads each item of a list that has at least {@code least}; what could not be read is left out. */
    private <T, R> List<R> each(String field, List<T> items, int least, BiFunction<String, T, R> read) {
        if (items == null || items.size() < least) {
            if (least > 0) {
                reader.refuse(at(field), ValueFault.REQUIRED);
            }
            return List.of();
        }
        if (items.size() > MOST) {
            reader.refuse(at(field), ValueFault.TOO_MANY);
            return List.of();
        }
        List<R> all = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            String pointer = at(field) + "/" + i;
            if (items.get(i) == null) {
                reader.refuse(pointer, ValueFault.REQUIRED);
            } else {
                all.add(read.apply(pointer, items.get(i)));
            }
        }
        return all.stream().filter(Objects::nonNull).toList();
    }

    private String at(String field) {
        return root + "/" + field;
    }

    private static URI webAddress(String text) {
        try {
            URI uri = new URI(text);
            if (("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // as for any other text that is no address
        }
        throw new InvalidValueException(ValueFault.WEB_ADDRESS);
    }

    private static <E extends Enum<E>> E code(Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException(ValueFault.UNKNOWN_CODE));
    }
}
