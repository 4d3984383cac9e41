package jp.shikaku.inquiry.site;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jboss.resteasy.reactive.RestForm;

import jp.shikaku.contracts.faq.FaqTopic;
import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.contracts.ticket.TicketRequest;
import jp.shikaku.kit.page.Choice;
import jp.shikaku.kit.page.Form;

/** An inquiry as its caller types it, or an agent for its caller. */
class TypedInquiry {

    static final Map<String, LocalizedText> NAMES = Map.of(
            "topic", new LocalizedText("内容の種類", "Topic"),
            "language", new LocalizedText("返事の言語", "Language of the reply"),
            "text", new LocalizedText("お問い合わせの内容", "Your inquiry"),
            "name", new LocalizedText("お名前", "Name"),
            "contact", new LocalizedText("連絡先", "How to reach you"),
            "confirmationNumber", new LocalizedText("照会番号", "Confirmation number"));

    @RestForm
    String topic;

    /** Of the page, or of the caller on the telephone. */
    @RestForm
    String language;

    @RestForm
    String text;

    @RestForm
    String name;

    @RestForm
    String contact;

    @RestForm
    String confirmationNumber;

    TicketRequest request() {
        return new TicketRequest(topic, language, name, contact, confirmationNumber, text);
    }

    Form form() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("topic", topic);
        values.put("language", language);
        values.put("text", text);
        values.put("name", name);
        values.put("contact", contact);
        values.put("confirmationNumber", confirmationNumber);
        values.values().removeIf(Objects::isNull);
        return Form.with(values).named(NAMES);
    }

    static List<Choice> topics() {
        return Arrays.stream(FaqTopic.values())
                .map(topic -> new Choice(topic.name(), Topic.name(topic)))
                .toList();
    }
}
