package jp.shikaku.eligibility.fhir;

/** The names by which FHIR tells numbers and codes apart: of JP Core where it has one, of HL7, and ours. */
final class Systems {

    /** 被保険者個人識別子: {@code 00138057:記号:番号:枝番}. */
    static final String MEMBER_ID = "http://jpfhir.jp/fhir/clins/Idsystem/JP_Insurance_memberID";

    /** The same as CSV with each part in quotes. */
    static final String MEMBER_CSV = "http://jpfhir.jp/fhir/core/Idsystem/JP_Insurance_SubscriberCsvID";

    static final String INSURER_NUMBER = "http://jpfhir.jp/fhir/core/mhlw/IdSystem/InsurerNumber";
    static final String INSURER_NUMBER_OID = "urn:oid:1.2.392.100495.20.3.61";
    static final String INSTITUTION = "http://jpfhir.jp/fhir/core/IdSystem/insurance-medical-institution-no";

    static final String SYMBOL = extension("JP_Coverage_InsuredPersonSymbol");
    static final String NUMBER = extension("JP_Coverage_InsuredPersonNumber");
    static final String BRANCH = extension("JP_Coverage_InsuredPersonSubNumber");

    /** 保険種別コード, 1 医保, 2 国保, 7 後期高齢者. */
    static final String INSURANCE_KIND = "urn:oid:1.2.392.100495.20.2.61";

    /** 被保険者区分コード, 1 被保険者, 2 被扶養者. */
    static final String RELATIONSHIP = "urn:oid:1.2.392.100495.20.2.62";

    static final String NAME_REPRESENTATION = "http://hl7.org/fhir/StructureDefinition/iso21090-EN-representation";
    static final String COPAY = "http://terminology.hl7.org/CodeSystem/coverage-copay-type";
    static final String BENEFIT_CATEGORY = "http://terminology.hl7.org/CodeSystem/ex-benefitcategory";
    static final String BENEFIT_TYPE = "http://terminology.hl7.org/CodeSystem/benefit-type";

    static final String CONFIRMATION_NUMBER = "urn:shikaku:confirmation-number";
    /** Of the certificate on an individual-number card, as a reader reads it: names its holder in a question, and is in no answer. */
    static final String CERTIFICATE_SERIAL = "urn:shikaku:certificate-serial";

    static final String VALIDITY = "urn:shikaku:validity";
    static final String PROBLEM = "urn:shikaku:problem";
    static final String FAULT = "urn:shikaku:fault";
    static final String PRESCRIPTION_FORM = "urn:shikaku:fhir:prescription-form";
    static final String MEDICAL_INFO_ALLOWED = "urn:shikaku:fhir:medical-info-allowed";
    static final String GOOD_UNTIL = "urn:shikaku:fhir:good-until";
    static final String REASON = "urn:shikaku:fhir:reason";
    static final String NOTICE = "urn:shikaku:fhir:notice";
    static final String DESK_STEP = "urn:shikaku:fhir:desk-step";
    static final String PATIENT_SHARE = "urn:shikaku:fhir:patient-share";

    static final String REASON_CODE = "urn:shikaku:reason";
    static final String NOTICE_CODE = "urn:shikaku:notice";
    static final String DESK_STEP_CODE = "urn:shikaku:desk-step";

    private Systems() {}

    private static String extension(String name) {
        return "http://jpfhir.jp/fhir/core/Extension/StructureDefinition/" + name;
    }
}
