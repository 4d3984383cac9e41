package jp.shikaku.eligibility.oqs;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;

import io.restassured.response.Response;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

import jp.shikaku.eligibility.testing.Clinic;

/** An answer document, read with another parser than the one under test. */
record OqsReply(int status, byte[] bytes, Document xml) {

    static OqsReply to(Clinic clinic, OqsRequest request) {
        return to(clinic, request.bytes());
    }

    static OqsReply to(Clinic clinic, byte[] request) {
        return of(clinic.signedIn()
                .contentType("application/xml")
                .body(request)
                .post("/oqs/OQSsiquc01req")
                .then()
                .extract()
                .response());
    }

    static OqsReply of(Response response) {
        try {
            byte[] bytes = response.asByteArray();
            return new OqsReply(
                    response.statusCode(),
                    bytes,
                    DocumentBuilderFactory.newDefaultInstance()
                            .newDocumentBuilder()
                            .parse(new ByteArrayInputStream(bytes)));
        } catch (Exception e) {
            throw new AssertionError(response.statusCode() + " " + response.asString(), e);
        }
    }

    /** The text of the one element of this name; empty when there is none. */
    Optional<String> text(String element) {
        NodeList found = xml.getElementsByTagName(element);
        return found.getLength() == 0
                ? Optional.empty()
                : Optional.of(found.item(0).getTextContent());
    }

    /** The texts of all elements of this name. */
    List<String> texts(String element) {
        NodeList found = xml.getElementsByTagName(element);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }

    int count(String element) {
        return xml.getElementsByTagName(element).getLength();
    }

    String decoded(String charset) {
        return new String(bytes, Charset.forName(charset));
    }
}
