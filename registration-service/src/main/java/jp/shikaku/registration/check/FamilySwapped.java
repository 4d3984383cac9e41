package jp.shikaku.registration.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jp.shikaku.contracts.hold.Finding;
import jp.shikaku.contracts.hold.FindingSeverity;
import jp.shikaku.registration.individual.FiveItems;

/**
 * The individual number belongs to another member on the same card, by the resident register or by what other
 * insurers know: the numbers of two members were swapped, or one was entered twice. Twins are told apart by their
 * names.
 */
@SystemRule
final class FamilySwapped implements CheckRule {

    private static final Statement STATEMENT = Statement.about(
                    "family-swapped",
                    "個人番号が、同じ記号・番号の別の加入者のもののようです。",
                    "The individual number seems to be that of another member on the same card.",
                    "/individualNumber")
            .remedy(
                    "世帯全員の個人番号を本人確認書類と照らし合わせ、取り違えた番号をすべて訂正してください。",
                    "Compare the numbers of the whole family with their documents, and correct every one that was mistaken.");

    @Override
    public String code() {
        return STATEMENT.code();
    }

    @Override
    public Optional<Finding> check(CheckedCase checked) {
        List<FiveItems> others = others(checked);
        boolean swapped = !others.isEmpty()
                && owners(checked.context())
                        .filter(owner -> !Likeness.alike(owner, checked.record().person()))
                        .anyMatch(owner -> others.stream().anyMatch(other -> Likeness.alike(owner, other)));
        return STATEMENT.when(swapped, FindingSeverity.HOLDS);
    }

    /** Who else is on the card. An earlier record of this very person, under a former name, is nobody else. */
    private static List<FiveItems> others(CheckedCase checked) {
        CheckedRecord record = checked.record();
        return checked.context().sameCard().stream()
                .map(KnownRecord::record)
                .filter(known -> !known.personKey().equals(record.personKey())
                        || !known.person().birthDate().equals(record.person().birthDate())
                        || known.person().sex() != record.person().sex())
                .map(CheckedRecord::person)
                .toList();
    }

    /** Whom the number is known to belong to. */
    private static Stream<FiveItems> owners(CheckContext context) {
        Stream<FiveItems> elsewhere =
                context.samePerson().stream().map(known -> known.record().person());
        return Stream.concat(context.register().toCompareWith().stream(), elsewhere);
    }
}
