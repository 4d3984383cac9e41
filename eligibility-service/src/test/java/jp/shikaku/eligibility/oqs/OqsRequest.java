package jp.shikaku.eligibility.oqs;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import jp.shikaku.eligibility.testing.Card;

/** A request document as a receipt computer writes it. Each change makes a new one. */
record OqsRequest(String encoding, Map<String, String> header, Map<String, String> card) {

    static OqsRequest of(String institution, Card card) {
        Map<String, String> header = new LinkedHashMap<>();
        header.put("MedicalInstitutionCode", institution);
        header.put("ArbitraryFileIdentifier", "A0001");
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("InsurerNumber", card.insurerNumber());
        fields.put("InsuredCardSymbol", card.symbol());
        fields.put("InsuredIdentificationNumber", card.number());
        if (card.branch() != null) {
            fields.put("InsuredBranchNumber", card.branch());
        }
        fields.put("Birthdate", card.birthDate().replace("-", ""));
        fields.put("LimitApplicationCertificateRelatedConsFlg", "0");
        return new OqsRequest("UTF-8", header, fields);
    }

    OqsRequest in(String otherEncoding) {
        return new OqsRequest(otherEncoding, header, card);
    }

    OqsRequest header(String element, String value) {
        return new OqsRequest(encoding, changed(header, element, value), card);
    }

    OqsRequest card(String element, String value) {
        return new OqsRequest(encoding, header, changed(card, element, value));
    }

    byte[] bytes() {
        return document(search());
    }

    /** The card, as one of many. */
    String search() {
        return "<QualificationConfirmSearchInfo>" + elements(card) + "</QualificationConfirmSearchInfo>";
    }

    byte[] document(String body) {
        Charset charset = encoding.equals("UTF-8") ? StandardCharsets.UTF_8 : Charset.forName("windows-31j");
        return ("<?xml version=\"1.0\" encoding=\"" + encoding + "\" standalone=\"no\"?>\r\n<XmlMsg><MessageHeader>"
                        + elements(header) + "</MessageHeader><MessageBody>" + body + "</MessageBody></XmlMsg>")
                .getBytes(charset);
    }

    private static Map<String, String> changed(Map<String, String> fields, String element, String value) {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        changed.put(element, value);
        changed.values().removeIf(each -> each == null);
        return changed;
    }

    private static String elements(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> "<" + field.getKey() + ">" + field.getValue() + "</" + field.getKey() + ">")
                .collect(Collectors.joining());
    }
}
