package jp.shikaku.inquiry.notice.feed;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import jp.shikaku.contracts.notice.Notice;
import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.inquiry.notice.delivery.Issue;

/** The notices as an Atom feed (RFC 4287). Ids never change; what changes is {@code updated}. For one use. */
final class NoticeFeed {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String ID = "urn:shikaku:notices";

    private final List<Issue> issues;
    private final Locale language;
    private final String base;

    /** @param base where links begin; empty for links from this address */
    NoticeFeed(List<Issue> issues, Locale language, String base) {
        this.issues = issues;
        this.language = language;
        this.base = base;
    }

    byte[] document() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            out.writeStartDocument("UTF-8", "1.0");
            out.writeStartElement("feed");
            out.writeDefaultNamespace(ATOM);
            out.writeAttribute("xml:lang", language.getLanguage());
            text(out, "id", ID + ":" + language.getLanguage());
            text(out, "title", say(new LocalizedText("Shikaku 周知", "Shikaku notices")));
            text(out, "updated", updated());
            out.writeStartElement("author");
            text(out, "name", "Shikaku");
            out.writeEndElement();
            link(out, "self", base + "/notices.atom?lang=" + language.getLanguage(), "application/atom+xml");
            for (Issue issue : issues) {
                entry(out, issue);
            }
            out.writeEndElement();
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("memory can be written to", e);
        }
        return bytes.toByteArray();
    }

    private void entry(XMLStreamWriter out, Issue issue) throws XMLStreamException {
        Notice notice = issue.notice();
        out.writeStartElement("entry");
        text(out, "id", "urn:shikaku:notice:" + notice.id() + ":" + language.getLanguage());
        text(
                out,
                "title",
                (issue.withdrawn() ? say(new LocalizedText("【取消し】", "[Withdrawn] ")) : "") + say(notice.title()));
        text(out, "published", moment(notice.date().atStartOfDay(JapanTime.ZONE).toInstant()));
        text(out, "updated", moment(issue.updatedAt()));
        out.writeStartElement("author");
        text(out, "name", say(notice.issuers().get(0)));
        out.writeEndElement();
        link(out, "alternate", base + "/notices/" + notice.id(), "application/json");
        for (var source : notice.sources()) {
            link(out, "via", source.url().toString(), "text/html");
        }
        text(out, "summary", issue.withdrawn() ? say(issue.reason()) : say(notice.summary()));
        out.writeEndElement();
    }

    /** When anything was last said; of a feed without entries, the beginning of time. */
    private String updated() {
        return moment(issues.stream()
                .map(Issue::updatedAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH));
    }

    private static void text(XMLStreamWriter out, String name, String value) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(value);
        out.writeEndElement();
    }

    private static void link(XMLStreamWriter out, String relation, String address, String type)
            throws XMLStreamException {
        out.writeEmptyElement("link");
        out.writeAttribute("rel", relation);
        out.writeAttribute("type", type);
        out.writeAttribute("href", address);
    }

    private static String moment(Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(JapanTime.wire(moment));
    }

    private String say(LocalizedText text) {
        return text.in(language);
    }
}
