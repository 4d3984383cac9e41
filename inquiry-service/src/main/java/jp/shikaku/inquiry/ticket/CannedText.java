package jp.shikaku.inquiry.ticket;

import java.util.Locale;
import java.util.stream.Collectors;

import jp.shikaku.contracts.faq.FaqEntry;
import jp.shikaku.contracts.ticket.TicketLanguage;

/** The answer of a question as the text of a reply: what is so, what to do now, and where it is known from. */
final class CannedText {

    private CannedText() {}

    static String of(FaqEntry entry, TicketLanguage language) {
        Locale locale = Locale.forLanguageTag(language.code());
        String bullet = language == TicketLanguage.JA ? "・" : "- ";
        String steps =
                entry.nextSteps().stream().map(step -> bullet + step.in(locale)).collect(Collectors.joining("\n"));
        String sources = entry.sources().stream()
                .map(source -> source.title().in(locale) + " " + source.url())
                .collect(Collectors.joining("\n"));
        return entry.answer().in(locale) + "\n\n" + steps + "\n\n" + sources;
    }
}
