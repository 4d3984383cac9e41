package jp.shikaku.registration.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import jp.shikaku.contracts.coverage.LossReason;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.report.DependantRelationship;
import jp.shikaku.contracts.report.ReportKind;
import jp.shikaku.contracts.report.ReportPoint;
import jp.shikaku.contracts.report.ReportState;
import jp.shikaku.registration.individual.FiveItems;

/**
 * What a report says. Whatever is missing is {@code null}, but for its kind and one of {@code acquired} and {@code lost}.
 *
 * @param person key of whom it is about
 * @param items hers, each {@code null} when it is missing
 * @param insuredPerson key of the person through whom a dependant is covered
 */
record ReportContent(
        ReportKind kind,
        String reference,
        InsurerNumber insurer,
        PersonKey person,
        FiveItems items,
        LocalDate acquired,
        LocalDate lost,
        LossReason lossReason,
        DependantRelationship relationship,
        PersonKey insuredPerson,
        String insuredName) {

    private static final List<Field> FIELDS = List.of(
            new Field("kind", "kind", ReportContent::kind),
            new Field("reference", "reference", ReportContent::reference),
            new Field("insurerNumber", "insurerNumber", ReportContent::insurer),
            new Field("individualNumber", "personKey", ReportContent::person),
            new Field("name", "name", content -> content.items.name()),
            new Field("nameKana", "nameKana", content -> content.items.nameKana()),
            new Field("birthDate", "birthDate", content -> content.items.birthDate()),
            new Field(
                    "sex",
                    "sex",
                    content -> content.items.sex() == null
                            ? null
                            : content.items.sex().code()),
            new Field("address", "address", content -> content.items.address()),
            new Field("acquired", "acquired", ReportContent::acquired),
            new Field("lost", "lost", ReportContent::lost),
            new Field(
                    "lossReason",
                    "lossReason",
                    content -> content.lossReason == null ? null : content.lossReason.code()),
            new Field("relationship", "relationship", ReportContent::relationship),
            new Field("insuredIndividualNumber", "insuredPersonKey", ReportContent::insuredPerson),
            new Field("insuredName", "insuredName", ReportContent::insuredName));

    /** @param keptAs its name in the history; of an individual number only the key is kept (R5) */
    private record Field(String name, String keptAs, Function<ReportContent, Object> value) {}

    /** What becomes of a report. */
    record Standing(ReportState state, List<ReportPoint> points) {}

    /** The day from which the employer's days are counted. */
    LocalDate factOn() {
        return acquired != null ? acquired : lost;
    }

    /** Before its day a report is prepared; from then on it is filed when nothing is missing, and goes back otherwise. */
    Standing standing(LocalDate today, boolean insurerKnown) {
        List<ReportPoint> points = missing(insurerKnown);
        if (factOn().isAfter(today)) {
            return new Standing(ReportState.PREPARED, points);
        }
        return new Standing(points.isEmpty() ? ReportState.FILED : ReportState.RETURNED, points);
    }

    private List<ReportPoint> missing(boolean insurerKnown) {
        List<ReportPoint> missing = new ArrayList<>();
        if (insurer != null && !insurerKnown) {
            missing.add(ReportPoint.INSURER_UNKNOWN);
        }
        Map<ReportPoint, Object> needed = new LinkedHashMap<>();
        needed.put(ReportPoint.INSURER_MISSING, insurer);
        needed.put(ReportPoint.INDIVIDUAL_NUMBER_MISSING, person);
        needed.put(ReportPoint.NAME_MISSING, items.name());
        needed.put(ReportPoint.NAME_KANA_MISSING, items.nameKana());
        needed.put(ReportPoint.BIRTH_DATE_MISSING, items.birthDate());
        needed.put(ReportPoint.SEX_MISSING, items.sex());
        needed.put(ReportPoint.ADDRESS_MISSING, items.address());
        if (kind == ReportKind.LOSS) {
            needed.put(ReportPoint.LOSS_REASON_MISSING, lossReason);
        }
        if (kind == ReportKind.DEPENDANT_CHANGE) {
            needed.put(ReportPoint.RELATIONSHIP_MISSING, relationship);
            needed.put(ReportPoint.INSURED_NUMBER_MISSING, insuredPerson);
            needed.put(ReportPoint.INSURED_NAME_MISSING, insuredName);
        }
        needed.forEach((point, value) -> {
            if (value == null) {
                missing.add(point);
            }
        });
        return missing;
    }

    /** Names of the fields that have a value. */
    List<String> givenFields() {
        return FIELDS.stream()
                .filter(field -> field.value.apply(this) != null)
                .map(Field::name)
                .toList();
    }

    /** Names of the fields that are not as in {@code earlier}. */
    List<String> fieldsChangedSince(ReportContent earlier) {
        return FIELDS.stream()
                .filter(field -> !Objects.equals(field.value.apply(this), field.value.apply(earlier)))
                .map(Field::name)
                .toList();
    }

    /** As it is kept in the history. */
    Map<String, String> kept() {
        Map<String, String> kept = new LinkedHashMap<>();
        FIELDS.forEach(field -> {
            Object value = field.value.apply(this);
            if (value != null) {
                kept.put(field.keptAs, value instanceof PersonKey key ? key.value() : value.toString());
            }
        });
        return kept;
    }

    /** Names nobody, wherever it is printed (R1). */
    @Override
    public String toString() {
        return "ReportContent[]";
    }
}
