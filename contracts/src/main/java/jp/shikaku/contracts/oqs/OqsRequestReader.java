package jp.shikaku.contracts.oqs;

import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads request documents. Elements that are not known are passed over, as the documents of the real system have more than
 * public clients show; what is known may stand once only. No DTD, no entities, nothing from elsewhere, and bounds on
 * everything.
 */
public final class OqsRequestReader {

    private static final String CARD = "QualificationConfirmSearchInfo";

    private final XMLStreamReader xml;
    private final OqsExchange exchange;
    private final OqsLimits limits;
    private final OqsRequestSink sink;
    private int depth;
    private int elements;
    private int cards;

    private OqsRequestReader(XMLStreamReader xml, OqsExchange exchange, OqsLimits limits, OqsRequestSink sink) {
        this.xml = xml;
        this.exchange = exchange;
        this.limits = limits;
        this.sink = sink;
    }

    /**
     * Reads {@code source} to its end and tells {@code sink} what is in it.
     *
     * @throws OqsException when the document as a whole is refused; the sink may have been told some of it by then
     */
    public static void read(OqsSource source, OqsExchange exchange, OqsLimits limits, OqsRequestSink sink) {
        try {
            XMLStreamReader xml = parsers().createXMLStreamReader(source.reader());
            new OqsRequestReader(xml, exchange, limits, sink).document();
        } catch (XMLStreamException e) {
            throw new OqsException(OqsFault.XML_MALFORMED);
        }
    }

    /** The JDK's own, whatever else is on the class path: these properties are known to hold there. */
    private static XMLInputFactory parsers() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new OqsException(OqsFault.DTD);
        });
        return factory;
    }

    private void document() throws XMLStreamException {
        require(nextChild() && isNamed("XmlMsg"));
        require(nextChild() && isNamed("MessageHeader"));
        sink.header(header());
        require(nextChild() && isNamed("MessageBody"));
        body();
        require(!nextChild());
        while (xml.hasNext()) {
            xml.next(); // what stands behind the root has to be XML too
        }
        if (exchange != OqsExchange.BULK_DOWNLOAD && cards == 0) {
            throw new OqsException(OqsFault.NO_CARD);
        }
    }

    private OqsRequestHeader header() throws XMLStreamException {
        Map<String, String> values = values();
        return new OqsRequestHeader(
                values.get("MedicalInstitutionCode"),
                values.get("QualificationConfirmationDate"),
                values.get("ArbitraryFileIdentifier"));
    }

    /** Cards may stand in the body itself or in a list within it: of bulk requests no public example exists. */
    private void body() throws XMLStreamException {
        boolean numbered = false;
        while (nextChild()) {
            if (exchange == OqsExchange.BULK_DOWNLOAD && isNamed("ReceptionNumber")) {
                require(!numbered);
                numbered = true;
                sink.receptionNumber(text());
            } else if (exchange != OqsExchange.BULK_DOWNLOAD && isNamed(CARD)) {
                card();
            } else {
                body();
            }
        }
    }

    private void card() throws XMLStreamException {
        cards++;
        if (cards > limits.cards()) {
            throw new OqsException(OqsFault.TOO_MANY_CARDS);
        }
        elements = 0;
        Map<String, String> values = values();
        sink.card(new SearchInfo(
                values.get("InsurerNumber"),
                values.get("InsuredCardSymbol"),
                values.get("InsuredIdentificationNumber"),
                values.get("InsuredBranchNumber"),
                values.get("Birthdate"),
                values.get("LimitApplicationCertificateRelatedConsFlg"),
                values.get("ArbitraryIdentifier")));
    }

    /** The values of the children of the current element, by their names. */
    private Map<String, String> values() throws XMLStreamException {
        Map<String, String> values = new HashMap<>();
        while (nextChild()) {
            String name = xml.getLocalName();
            require(values.put(name, text()) == null);
        }
        return values;
    }

    /** The text of the current element up to its end; that of elements within it does not count. */
    private String text() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int level = depth;
        while (depth >= level) {
            switch (next()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (depth == level) {
                        append(text);
                    }
                }
                default -> {}
            }
        }
        return text.toString();
    }

    private void append(StringBuilder text) {
        if (text.length() + xml.getTextLength() > OqsLimits.TEXT) {
            throw new OqsException(OqsFault.TOO_LARGE);
        }
        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    }

    /** Goes to the next element within the current one; {@code false} at the end of the current one. */
    private boolean nextChild() throws XMLStreamException {
        while (true) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> {
                    return false;
                }
                default -> {}
            }
        }
    }

    private int next() throws XMLStreamException {
        int event = xml.next();
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                depth++;
                elements++;
                if (depth > OqsLimits.DEPTH || elements > OqsLimits.ELEMENTS) {
                    throw new OqsException(OqsFault.TOO_LARGE);
                }
            }
            case XMLStreamConstants.END_ELEMENT -> depth--;
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw new OqsException(OqsFault.DTD);
            default -> {}
        }
        return event;
    }

    private boolean isNamed(String name) {
        return xml.getLocalName().equals(name);
    }

    private static void require(boolean asExpected) {
        if (!asExpected) {
            throw new OqsException(OqsFault.NOT_THIS_REQUEST);
        }
    }
}
