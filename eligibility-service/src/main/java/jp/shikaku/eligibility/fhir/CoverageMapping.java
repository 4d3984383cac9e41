package jp.shikaku.eligibility.fhir;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jp.shikaku.contracts.confirmation.ConfirmationAnswer;
import jp.shikaku.contracts.confirmation.ShownCoverage;
import jp.shikaku.contracts.coverage.FamilyRelation;
import jp.shikaku.contracts.coverage.Validity;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.person.Sex;

/**
 * A coverage that may be shown, as JP Core writes it. That it fits the profile of JP Core is not said in {@code meta.profile}, as
 * nothing here checks it.
 */
final class CoverageMapping {

    static final String PATIENT = "patient";

    private static final String ELDERLY = "39";
    private static final String COVERAGE_CLASS = "http://terminology.hl7.org/CodeSystem/coverage-class";

    private CoverageMapping() {}

    /**
     * @param id of the resource
     * @param validity what the coverage is worth on the day asked about
     * @param contained the patient, unless whatever contains the coverage contains the patient too
     */
    static Coverage coverage(String id, ShownCoverage shown, Validity validity, List<R4.Resource> contained) {
        return new Coverage(
                id,
                contained,
                parts(shown),
                List.of(MemberId.of(shown).identifier()),
                validity == Validity.VALID ? "active" : "cancelled",
                kind(shown.insurerNumber()),
                shown.symbol() == null ? shown.number() : shown.symbol() + ":" + shown.number(),
                R4.Reference.to("#" + PATIENT),
                shown.branch(),
                relationship(shown.relation()),
                period(shown),
                List.of(insurer(shown.insurerNumber())),
                classes(shown),
                cost(shown));
    }

    /** The coverage that an answer shows, standing alone, named by the confirmation number. */
    static Coverage ofItsOwn(ConfirmationAnswer answer) {
        return coverage(
                answer.confirmationNumber().display(),
                answer.coverage(),
                answer.validity(),
                List.of(patient(answer.coverage())));
    }

    static Patient patient(ShownCoverage shown) {
        List<R4.HumanName> names = Stream.of(
                        name("official", shown.name(), "IDE"),
                        name("official", shown.nameKana(), "SYL"),
                        name("usual", shown.nameOther(), "IDE"),
                        name("usual", shown.nameOtherKana(), "SYL"))
                .filter(name -> name.text() != null)
                .toList();
        return new Patient(PATIENT, names, gender(shown.sex()), shown.birthDate(), addresses(shown));
    }

    static R4.Reference insurer(InsurerNumber insurer) {
        return R4.Reference.to(
                "Organization", new R4.Identifier(Systems.INSURER_NUMBER, MemberId.padded(insurer)), null);
    }

    /** The first and the last day of coverage; {@code lost} is the day after the last. */
    static R4.Period period(ShownCoverage shown) {
        LocalDate last = shown.lost() == null ? null : shown.lost().minusDays(1);
        return new R4.Period(shown.acquired(), last);
    }

    private static List<R4.Extension> parts(ShownCoverage shown) {
        List<R4.Extension> parts = new ArrayList<>();
        if (shown.symbol() != null) {
            parts.add(R4.Extension.string(Systems.SYMBOL, shown.symbol()));
        }
        parts.add(R4.Extension.string(Systems.NUMBER, shown.number()));
        if (shown.branch() != null) {
            parts.add(R4.Extension.string(Systems.BRANCH, shown.branch()));
        }
        return parts;
    }

    private static R4.CodeableConcept kind(InsurerNumber insurer) {
        if (insurer.isNationalHealthInsurance()) {
            return R4.CodeableConcept.of(Systems.INSURANCE_KIND, "2", "国保");
        }
        return insurer.lawNumber().filter(ELDERLY::equals).isPresent()
                ? R4.CodeableConcept.of(Systems.INSURANCE_KIND, "7", "後期高齢者")
                : R4.CodeableConcept.of(Systems.INSURANCE_KIND, "1", "医保");
    }

    private static R4.CodeableConcept relationship(FamilyRelation relation) {
        return switch (relation) {
            case INSURED_PERSON -> R4.CodeableConcept.of(Systems.RELATIONSHIP, "1", "被保険者");
            case FAMILY -> R4.CodeableConcept.of(Systems.RELATIONSHIP, "2", "被扶養者");
        };
    }

    private static List<Coverage.ClassOf> classes(ShownCoverage shown) {
        return shown.cardClass() == null
                ? List.of()
                : List.of(new Coverage.ClassOf(
                        R4.CodeableConcept.of(COVERAGE_CLASS, "class"),
                        shown.cardClass().code(),
                        "被保険者証区分"));
    }

    private static List<Coverage.CostToBeneficiary> cost(ShownCoverage shown) {
        return shown.burdenShare() == null
                ? List.of()
                : List.of(new Coverage.CostToBeneficiary(
                        R4.CodeableConcept.of(Systems.COPAY, "copaypct"),
                        R4.Quantity.percent(Integer.parseInt(shown.burdenShare().code()))));
    }

    private static R4.HumanName name(String use, String text, String representation) {
        return new R4.HumanName(List.of(R4.Extension.code(Systems.NAME_REPRESENTATION, representation)), use, text);
    }

    private static List<R4.Address> addresses(ShownCoverage shown) {
        return shown.address() == null && shown.postalCode() == null
                ? List.of()
                : List.of(new R4.Address(shown.address(), shown.postalCode(), "JP"));
    }

    private static String gender(Sex sex) {
        return switch (sex) {
            case MALE -> "male";
            case FEMALE -> "female";
            case NOT_SET -> "unknown";
        };
    }
}
