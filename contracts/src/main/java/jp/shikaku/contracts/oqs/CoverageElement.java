package jp.shikaku.contracts.oqs;

import java.io.IOException;

import jp.shikaku.contracts.confirmation.ShownCoverage;

import static jp.shikaku.contracts.oqs.OqsResponseWriter.date;

/** {@code ResultOfQualificationConfirmation}: a coverage, in the elements and in the order in which clients write them. */
final class CoverageElement {

    private static final int INSURER_PLACES = 8;

    private final OqsXml xml;

    CoverageElement(OqsXml xml) {
        this.xml = xml;
    }

    void write(ShownCoverage coverage) throws IOException {
        xml.open("ResultOfQualificationConfirmation");
        xml.element("InsuredCardClassification", "01");
        xml.element("InsurerNumber", padded(coverage.insurerNumber().value()));
        xml.element("InsuredCardSymbol", coverage.symbol());
        xml.element("InsuredIdentificationNumber", coverage.number());
        xml.element("InsuredBranchNumber", coverage.branch());
        xml.element("PersonalFamilyClassification", coverage.relation().code());
        xml.element("Name", coverage.name());
        xml.element("NameKana", kana(coverage.nameKana()));
        xml.element("Sex1", coverage.sex().code());
        xml.element("Birthdate", date(coverage.birthDate()));
        xml.element("QualificationDate", date(coverage.acquired()));
        xml.element("DisqualificationDate", date(coverage.lost()));
        if (coverage.lossReason() != null) {
            xml.element("ReasonOfLoss", coverage.lossReason().code());
        }
        xml.element("InsurerName", InsurerKind.of(coverage.insurerNumber()));
        xml.close();
    }

    /** Six digits of 国民健康保険 are filled up with spaces, not with zeros. */
    private static String padded(String insurerNumber) {
        return " ".repeat(INSURER_PLACES - insurerNumber.length()) + insurerNumber;
    }

    private static String kana(String name) {
        return name == null ? null : HalfWidthKana.of(name);
    }
}
