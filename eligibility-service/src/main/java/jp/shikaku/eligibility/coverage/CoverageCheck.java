package jp.shikaku.eligibility.coverage;

import java.util.regex.Pattern;

import jp.shikaku.contracts.card.InsuredCard;
import jp.shikaku.contracts.coverage.CoveragePeriod;
import jp.shikaku.contracts.linkage.CoverageVersion;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;

/** What a version must be like to be kept and shown. Whether it is true is registration's business. */
final class CoverageCheck {

    private static final int MAX_NAME = 200;
    private static final int MAX_ADDRESS = 400;
    private static final Pattern POSTAL_CODE = Pattern.compile("[0-9]{7}");

    private CoverageCheck() {}

    /**
     * The card that {@code content} is about.
     *
     * @param reader has noted before what is wrong around the content
     * @throws jp.shikaku.contracts.problem.ProblemException naming every value that cannot be accepted
     */
    static InsuredCard check(ValueReader reader, CoverageVersion content) {
        if (content == null) {
            throw ProblemType.MALFORMED_JSON.exception();
        }
        card(reader, content);
        person(reader, content);
        period(reader, content);
        present(reader, "/state", content.state());
        reader.refuseIfAnyInvalid();
        return InsuredCard.of(content.insurerNumber(), content.symbol(), content.number(), content.branch());
    }

    private static void card(ValueReader reader, CoverageVersion content) {
        present(reader, "/insurerNumber", content.insurerNumber());
        reader.optional("/symbol", content.symbol(), InsuredCard::symbolOf);
        reader.required("/number", content.number(), InsuredCard::numberOf);
        reader.optional("/branch", content.branch(), InsuredCard::branchOf);
        if (content.cardValidFrom() != null
                && content.cardExpiresOn() != null
                && content.cardExpiresOn().isBefore(content.cardValidFrom())) {
            reader.refuse("/cardExpiresOn", ValueFault.DATE_ORDER);
        }
    }

    private static void person(ValueReader reader, CoverageVersion content) {
        present(reader, "/personKey", content.personKey());
        reader.requiredText("/name", content.name(), MAX_NAME);
        reader.requiredText("/nameKana", content.nameKana(), MAX_NAME);
        reader.optionalText("/nameOther", content.nameOther(), MAX_NAME);
        reader.optionalText("/nameOtherKana", content.nameOtherKana(), MAX_NAME);
        present(reader, "/sex", content.sex());
        present(reader, "/birthDate", content.birthDate());
        reader.optional("/postalCode", content.postalCode(), CoverageCheck::postalCode);
        reader.optionalText("/address", content.address(), MAX_ADDRESS);
        present(reader, "/relation", content.relation());
    }

    private static void period(ValueReader reader, CoverageVersion content) {
        present(reader, "/acquired", content.acquired());
        if (content.acquired() != null) {
            reader.required("/lost", "period", ignored -> CoveragePeriod.of(content.acquired(), content.lost()));
        }
    }

    private static String postalCode(String text) {
        if (!POSTAL_CODE.matcher(text).matches()) {
            throw new InvalidValueException(ValueFault.POSTAL_CODE_FORMAT);
        }
        return text;
    }

    private static void present(ValueReader reader, String pointer, Object value) {
        if (value == null) {
            reader.refuse(pointer, ValueFault.REQUIRED);
        }
    }
}
