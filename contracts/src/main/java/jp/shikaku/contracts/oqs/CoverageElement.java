package jp.shikaku.contracts.oqs;

import java.io.IOException;
import java.time.LocalDate;

import jp.shikaku.contracts.confirmation.ShownCoverage;
import jp.shikaku.contracts.coverage.CardClass;

import static jp.shikaku.contracts.oqs.OqsResponseWriter.date;

/** {@code ResultOfQualificationConfirmation}: a coverage, in the elements and in the order in which clients write them. */
final class CoverageElement {

    private static final int INSURER_PLACES = 8;
    private static final int POST_OFFICE_DIGITS = 3;
    private static final String PRESCHOOL = "1";

    private final OqsXml xml;

    CoverageElement(OqsXml xml) {
        this.xml = xml;
    }

    /** @param day the day asked about */
    void write(ShownCoverage coverage, LocalDate day) throws IOException {
        xml.open("ResultOfQualificationConfirmation");
        card(coverage);
        person(coverage);
        xml.element("QualificationDate", date(coverage.acquired()));
        xml.element("DisqualificationDate", date(coverage.lost()));
        xml.element("InsuredCertificateIssuanceDate", date(coverage.cardIssuedOn()));
        xml.element("InsuredCardValidDate", date(coverage.cardValidFrom()));
        xml.element("InsuredCardExpirationDate", date(coverage.cardExpiresOn()));
        if (coverage.burdenShare() != null) {
            xml.element(
                    "InsuredPartialContributionRatio", coverage.burdenShare().code());
        }
        if (Preschool.isOn(day, coverage.birthDate())) {
            xml.element("PreschoolClassification", PRESCHOOL);
        }
        if (coverage.lossReason() != null) {
            xml.element("ReasonOfLoss", coverage.lossReason().code());
        }
        xml.element("InsurerName", InsurerKind.of(coverage.insurerNumber()));
        xml.close();
    }

    private void card(ShownCoverage coverage) throws IOException {
        xml.element("InsuredCardClassification", classOf(coverage).code());
        xml.element("InsurerNumber", padded(coverage.insurerNumber().value()));
        xml.element("InsuredCardSymbol", coverage.symbol());
        xml.element("InsuredIdentificationNumber", coverage.number());
        xml.element("InsuredBranchNumber", coverage.branch());
        xml.element("PersonalFamilyClassification", coverage.relation().code());
    }

    private void person(ShownCoverage coverage) throws IOException {
        xml.element("Name", coverage.name());
        xml.element("NameOfOther", coverage.nameOther());
        xml.element("NameKana", kana(coverage.nameKana()));
        xml.element("NameOfOtherKana", kana(coverage.nameOtherKana()));
        xml.element("Sex1", coverage.sex().code());
        if (coverage.sexOnCard() != null) {
            xml.element("Sex2", coverage.sexOnCard().code());
        }
        xml.element("Birthdate", date(coverage.birthDate()));
        xml.element("Address", coverage.address());
        xml.element("PostNumber", hyphenated(coverage.postalCode()));
    }

    /** Clients demand it; a record that says nothing else is of the general class. */
    private static CardClass classOf(ShownCoverage coverage) {
        return coverage.cardClass() == null ? CardClass.GENERAL : coverage.cardClass();
    }

    /** Six digits of 国民健康保険 are filled up with spaces, not with zeros. */
    private static String padded(String insurerNumber) {
        return " ".repeat(INSURER_PLACES - insurerNumber.length()) + insurerNumber;
    }

    private static String hyphenated(String postalCode) {
        return postalCode == null
                ? null
                : postalCode.substring(0, POST_OFFICE_DIGITS) + "-" + postalCode.substring(POST_OFFICE_DIGITS);
    }

    private static String kana(String name) {
        return name == null ? null : HalfWidthKana.of(name);
    }
}
