package jp.shikaku.inquiry.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.jboss.resteasy.reactive.RestForm;

import jp.shikaku.contracts.faq.FaqContent;
import jp.shikaku.contracts.faq.FaqContentRequest;
import jp.shikaku.contracts.faq.FaqContentRequest.Link;
import jp.shikaku.contracts.faq.FaqContentRequest.Phrases;
import jp.shikaku.contracts.faq.FaqContentRequest.Source;
import jp.shikaku.contracts.faq.FaqContentRequest.Texts;
import jp.shikaku.contracts.faq.FaqEntry;
import jp.shikaku.contracts.faq.RelatedContent;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.kit.file.WrittenDate;
import jp.shikaku.kit.page.Form;
import jp.shikaku.kit.page.Lines;

/** A question as an operator types it: of what there can be several, one a line, the same line in both languages. */
class TypedQuestion {

    private static final Map<String, LocalizedText> NAMES = names();

    private static final Map<String, String> ALIASES = Map.of(
            "nextSteps", "nextStepsJa", "sources", "sourcesUrl", "relatedKind", "related", "relatedId", "related");

    /** As the address of a page of ours ends. */
    private static final Pattern PAGE = Pattern.compile("(?:.*/)?(faq|displays)/([^/]+)/?");

    @RestForm
    String entryId;

    @RestForm
    String topic;

    @RestForm
    List<String> audience;

    @RestForm
    String questionJa;

    @RestForm
    String questionEn;

    @RestForm
    String askedAsJa;

    @RestForm
    String askedAsEn;

    @RestForm
    String answerJa;

    @RestForm
    String answerEn;

    @RestForm
    String nextStepsJa;

    @RestForm
    String nextStepsEn;

    @RestForm
    String sourcesTitleJa;

    @RestForm
    String sourcesTitleEn;

    @RestForm
    String sourcesUrl;

    @RestForm
    String effectiveFrom;

    @RestForm
    String effectiveUntil;

    @RestForm
    String related;

    FaqContentRequest request() {
        List<Texts> titles = Lines.together(sourcesTitleJa, sourcesTitleEn, Texts::new);
        Lines addresses = Lines.of(sourcesUrl);
        List<Source> sources = IntStream.range(0, Math.max(titles.size(), addresses.count()))
                .mapToObj(i -> new Source(i < titles.size() ? titles.get(i) : new Texts(null, null), addresses.at(i)))
                .toList();
        return new FaqContentRequest(
                topic,
                audience,
                new Texts(questionJa, questionEn),
                new Phrases(Lines.of(askedAsJa).all(), Lines.of(askedAsEn).all()),
                new Texts(answerJa, answerEn),
                Lines.together(nextStepsJa, nextStepsEn, Texts::new),
                sources,
                WrittenDate.isoOrAsTyped(effectiveFrom),
                WrittenDate.isoOrAsTyped(effectiveUntil),
                Lines.of(related).all().stream().map(TypedQuestion::link).toList());
    }

    Form form() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("entryId", entryId);
        values.put("topic", topic);
        values.put("audience", audience == null ? "" : String.join("\n", audience));
        values.put("questionJa", questionJa);
        values.put("questionEn", questionEn);
        values.put("askedAsJa", askedAsJa);
        values.put("askedAsEn", askedAsEn);
        values.put("answerJa", answerJa);
        values.put("answerEn", answerEn);
        values.put("nextStepsJa", nextStepsJa);
        values.put("nextStepsEn", nextStepsEn);
        values.put("sourcesTitleJa", sourcesTitleJa);
        values.put("sourcesTitleEn", sourcesTitleEn);
        values.put("sourcesUrl", sourcesUrl);
        values.put("effectiveFrom", effectiveFrom);
        values.put("effectiveUntil", effectiveUntil);
        values.put("related", related);
        values.values().removeIf(Objects::isNull);
        return Form.with(values).named(NAMES);
    }

    /** What was typed, with what {@code refusal} says. */
    Form refused(ProblemException refusal) {
        return form().refused(refusal, "content", ALIASES);
    }

    /** A form that says {@code content}. */
    static Form of(String entryId, FaqContent content) {
        TypedQuestion typed = new TypedQuestion();
        typed.entryId = entryId;
        typed.topic = content.topic().name();
        typed.audience = content.audience().stream().map(Enum::name).toList();
        typed.questionJa = content.question().ja();
        typed.questionEn = content.question().en();
        typed.askedAsJa = String.join("\n", content.askedAs().ja());
        typed.askedAsEn = String.join("\n", content.askedAs().en());
        typed.answerJa = content.answer().ja();
        typed.answerEn = content.answer().en();
        typed.nextStepsJa = Lines.typed(content.nextSteps(), LocalizedText::ja);
        typed.nextStepsEn = Lines.typed(content.nextSteps(), LocalizedText::en);
        typed.sourcesTitleJa =
                Lines.typed(content.sources(), source -> source.title().ja());
        typed.sourcesTitleEn =
                Lines.typed(content.sources(), source -> source.title().en());
        typed.sourcesUrl = Lines.typed(content.sources(), source -> source.url().toString());
        typed.effectiveFrom = content.effectiveFrom().toString();
        typed.effectiveUntil = Objects.toString(content.effectiveUntil(), null);
        typed.related = Lines.typed(content.related(), TypedQuestion::page);
        return typed.form();
    }

    /** A form that says {@code entry}, to write its next version. */
    static Form of(FaqEntry entry) {
        return of(
                entry.id(),
                new FaqContent(
                        entry.topic(),
                        entry.audience(),
                        entry.question(),
                        entry.askedAs(),
                        entry.answer(),
                        entry.nextSteps(),
                        entry.sources(),
                        entry.effectiveFrom(),
                        entry.effectiveUntil(),
                        entry.related()));
    }

    private static String page(RelatedContent link) {
        return switch (link.kind()) {
            case FAQ -> "/faq/" + link.id();
            case DISPLAY -> "/displays/" + link.id();
        };
    }

    private static Link link(String line) {
        Matcher page = PAGE.matcher(line);
        return page.matches()
                ? new Link(page.group(1).equals("faq") ? "FAQ" : "DISPLAY", page.group(2))
                : new Link("DISPLAY", line); // which there is not, and that is said
    }

    private static Map<String, LocalizedText> names() {
        Map<String, LocalizedText> names = new LinkedHashMap<>();
        names.put("entryId", new LocalizedText("アドレスの名前", "Name in the address"));
        names.put("topic", new LocalizedText("種類", "Topic"));
        names.put("audience", new LocalizedText("読む人", "Readers"));
        names.put("questionJa", new LocalizedText("質問（日本語）", "Question, Japanese"));
        names.put("questionEn", new LocalizedText("質問（英語）", "Question, English"));
        names.put("askedAsJa", new LocalizedText("ほかの聞き方（日本語）", "Asked as, Japanese"));
        names.put("askedAsEn", new LocalizedText("ほかの聞き方（英語）", "Asked as, English"));
        names.put("answerJa", new LocalizedText("答え（日本語）", "Answer, Japanese"));
        names.put("answerEn", new LocalizedText("答え（英語）", "Answer, English"));
        names.put("nextStepsJa", new LocalizedText("次にすること（日本語）", "Next steps, Japanese"));
        names.put("nextStepsEn", new LocalizedText("次にすること（英語）", "Next steps, English"));
        names.put("sourcesTitleJa", new LocalizedText("出典の題名（日本語）", "Titles of sources, Japanese"));
        names.put("sourcesTitleEn", new LocalizedText("出典の題名（英語）", "Titles of sources, English"));
        names.put("sourcesUrl", new LocalizedText("出典のアドレス", "Addresses of sources"));
        names.put("effectiveFrom", new LocalizedText("適用の初日", "Holds from"));
        names.put("effectiveUntil", new LocalizedText("適用の終わり", "Holds until"));
        names.put("related", new LocalizedText("あわせて読むページ", "Pages to read on"));
        return names;
    }
}
