package jp.shikaku.eligibility.verdict;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jp.shikaku.contracts.card.InsuredCard;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.eligibility.coverage.Coverage;

/** Decides what a card is worth on a day (資格有効性, codes 1 to 5 of the external interface). */
public final class VerdictRule {

    private VerdictRule() {}

    /**
     * @param asked the card as the caller typed it
     * @param birthDate as the caller typed it
     * @param day the day the care is given
     * @param coverages every visible coverage of everybody who could be meant
     */
    public static Verdict decide(InsuredCard asked, LocalDate birthDate, LocalDate day, List<Coverage> coverages) {
        List<Coverage> onCard = coverages.stream()
                .filter(coverage -> coverage.isOn(asked, birthDate))
                .toList();
        Set<PersonKey> persons = onCard.stream().map(Coverage::personKey).collect(Collectors.toSet());
        if (persons.isEmpty()) {
            return new Verdict.NotFound();
        }
        if (persons.size() > 1) {
            return new Verdict.SeveralCandidates();
        }
        return onCard.stream()
                .filter(coverage -> coverage.period().validOn(day))
                .max(Comparator.comparing(coverage -> coverage.period().acquired()))
                .<Verdict>map(Verdict.Valid::new)
                .orElseGet(() -> new Verdict.Invalid(
                        lastBefore(day, onCard),
                        isCoveredElsewhere(persons.iterator().next(), day, coverages)));
    }

    /**
     * The same for somebody who is known for certain, but with no card that would name one of several coverages: of those
     * that fit none is chosen (R4).
     *
     * @param day the day the care is given
     * @param coverages every visible coverage of this one person
     */
    public static Verdict ofPerson(LocalDate day, List<Coverage> coverages) {
        if (coverages.isEmpty()) {
            return new Verdict.NotFound();
        }
        List<Coverage> inForce = coverages.stream()
                .filter(coverage -> coverage.period().validOn(day))
                .toList();
        if (!inForce.isEmpty()) {
            return areOneCard(inForce)
                    ? new Verdict.Valid(inForce.stream()
                            .max(Comparator.comparing(
                                    coverage -> coverage.period().acquired()))
                            .orElseThrow())
                    : new Verdict.SeveralCandidates();
        }
        Coverage last = lastBefore(day, coverages);
        List<Coverage> likeIt = coverages.stream()
                .filter(coverage -> last.period().lostBy(day)
                        ? coverage.period().lost().equals(last.period().lost())
                        : coverage.period().acquired().equals(last.period().acquired()))
                .toList();
        return areOneCard(likeIt) ? new Verdict.Invalid(last, false) : new Verdict.SeveralCandidates();
    }

    private static boolean areOneCard(List<Coverage> coverages) {
        return coverages.stream()
                        .map(coverage -> List.of(
                                coverage.card().insurerNumber(),
                                coverage.card().symbol(),
                                coverage.card().number()))
                        .distinct()
                        .count()
                == 1;
    }

    /** The coverage that ended last; when all are still to begin, the one that begins first. */
    private static Coverage lastBefore(LocalDate day, List<Coverage> onCard) {
        return onCard.stream()
                .filter(coverage -> coverage.period().lostBy(day))
                .max(Comparator.comparing(coverage -> coverage.period().lost().orElseThrow()))
                .orElseGet(() -> onCard.stream()
                        .min(Comparator.comparing(coverage -> coverage.period().acquired()))
                        .orElseThrow());
    }

    private static boolean isCoveredElsewhere(PersonKey person, LocalDate day, List<Coverage> coverages) {
        return coverages.stream()
                .anyMatch(coverage ->
                        coverage.personKey().equals(person) && coverage.period().validOn(day));
    }
}
