package jp.shikaku.inquiry.notice.delivery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import org.jboss.resteasy.reactive.RestForm;

import jp.shikaku.contracts.notice.Addressee;
import jp.shikaku.contracts.notice.AddresseeGroup;
import jp.shikaku.contracts.notice.Notice;
import jp.shikaku.contracts.notice.NoticeRequest;
import jp.shikaku.contracts.notice.NoticeRequest.NoticeSource;
import jp.shikaku.contracts.notice.NoticeRequest.NoticeTexts;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.source.SourceLink;
import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.kit.file.WrittenDate;
import jp.shikaku.kit.page.Form;
import jp.shikaku.kit.page.Lines;

/** A notice as an operator types it: of what there can be several, one a line, the same line in both languages. */
class TypedNotice {

    private static final Map<String, String> ALIASES =
            Map.of("issuers", "issuersJa", "requests", "requestsJa", "sources", "sourcesUrl");

    private static final Map<String, LocalizedText> NAMES = Map.ofEntries(
            Map.entry("id", new LocalizedText("アドレスの名前", "Name in the address")),
            Map.entry("date", new LocalizedText("日付", "Date")),
            Map.entry("issuersJa", new LocalizedText("発出者（日本語）", "Issuers, Japanese")),
            Map.entry("issuersEn", new LocalizedText("発出者（英語）", "Issuers, English")),
            Map.entry("titleJa", new LocalizedText("題名（日本語）", "Title, Japanese")),
            Map.entry("titleEn", new LocalizedText("題名（英語）", "Title, English")),
            Map.entry("summaryJa", new LocalizedText("本文（日本語）", "Text, Japanese")),
            Map.entry("summaryEn", new LocalizedText("本文（英語）", "Text, English")),
            Map.entry("requestsJa", new LocalizedText("お願いしたいこと（日本語）", "Requests, Japanese")),
            Map.entry("requestsEn", new LocalizedText("お願いしたいこと（英語）", "Requests, English")),
            Map.entry("sourcesTitleJa", new LocalizedText("出典の題名（日本語）", "Titles of sources, Japanese")),
            Map.entry("sourcesTitleEn", new LocalizedText("出典の題名（英語）", "Titles of sources, English")),
            Map.entry("sourcesUrl", new LocalizedText("出典のアドレス", "Addresses of sources")),
            Map.entry("groups", new LocalizedText("宛先のグループ", "Groups")),
            Map.entry("addressees", new LocalizedText("個別の宛先", "Single addressees")));

    @RestForm
    String id;

    @RestForm
    String date;

    @RestForm
    String issuersJa;

    @RestForm
    String issuersEn;

    @RestForm
    String titleJa;

    @RestForm
    String titleEn;

    @RestForm
    String summaryJa;

    @RestForm
    String summaryEn;

    @RestForm
    String requestsJa;

    @RestForm
    String requestsEn;

    @RestForm
    String sourcesTitleJa;

    @RestForm
    String sourcesTitleEn;

    @RestForm
    String sourcesUrl;

    @RestForm
    List<String> groups;

    @RestForm
    String addressees;

    NoticeRequest request() {
        List<NoticeTexts> titles = Lines.together(sourcesTitleJa, sourcesTitleEn, NoticeTexts::new);
        Lines addresses = Lines.of(sourcesUrl);
        List<NoticeSource> sources = IntStream.range(0, Math.max(titles.size(), addresses.count()))
                .mapToObj(i -> new NoticeSource(
                        i < titles.size() ? titles.get(i) : new NoticeTexts(null, null), addresses.at(i)))
                .toList();
        return new NoticeRequest(
                WrittenDate.isoOrAsTyped(date),
                Lines.together(issuersJa, issuersEn, NoticeTexts::new),
                new NoticeTexts(titleJa, titleEn),
                new NoticeTexts(summaryJa, summaryEn),
                Lines.together(requestsJa, requestsEn, NoticeTexts::new),
                sources,
                groups,
                Lines.of(addressees).all());
    }

    Form form() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("id", id);
        values.put("date", date);
        values.put("issuersJa", issuersJa);
        values.put("issuersEn", issuersEn);
        values.put("titleJa", titleJa);
        values.put("titleEn", titleEn);
        values.put("summaryJa", summaryJa);
        values.put("summaryEn", summaryEn);
        values.put("requestsJa", requestsJa);
        values.put("requestsEn", requestsEn);
        values.put("sourcesTitleJa", sourcesTitleJa);
        values.put("sourcesTitleEn", sourcesTitleEn);
        values.put("sourcesUrl", sourcesUrl);
        values.put("groups", groups == null ? null : String.join("\n", groups));
        values.put("addressees", addressees);
        values.values().removeIf(Objects::isNull);
        return Form.with(values).named(NAMES);
    }

    /** What was typed, with what {@code refusal} says. */
    Form refused(ProblemException refusal) {
        return form().refused(refusal, "", ALIASES);
    }

    /** A form that says {@code notice}, to write its next version. */
    static Form of(Notice notice) {
        TypedNotice typed = new TypedNotice();
        typed.id = notice.id();
        typed.date = notice.date().toString();
        typed.issuersJa = Lines.typed(notice.issuers(), LocalizedText::ja);
        typed.issuersEn = Lines.typed(notice.issuers(), LocalizedText::en);
        typed.titleJa = notice.title().ja();
        typed.titleEn = notice.title().en();
        typed.summaryJa = notice.summary().ja();
        typed.summaryEn = notice.summary().en();
        typed.requestsJa = Lines.typed(notice.requests(), LocalizedText::ja);
        typed.requestsEn = Lines.typed(notice.requests(), LocalizedText::en);
        typed.sourcesTitleJa =
                Lines.typed(notice.sources(), source -> source.title().ja());
        typed.sourcesTitleEn =
                Lines.typed(notice.sources(), source -> source.title().en());
        typed.sourcesUrl = Lines.typed(notice.sources(), TypedNotice::address);
        typed.groups = notice.addresseeGroups().stream()
                .map(AddresseeGroup::id)
                .filter(group -> !group.equals(NoticeReader.NAMED))
                .toList();
        typed.addressees = notice.addresseeGroups().stream()
                .filter(group -> group.id().equals(NoticeReader.NAMED))
                .findFirst()
                .map(group -> Lines.typed(group.addressees(), Addressee::id))
                .orElse(null);
        return typed.form();
    }

    private static String address(SourceLink source) {
        return source.url().toString();
    }
}
