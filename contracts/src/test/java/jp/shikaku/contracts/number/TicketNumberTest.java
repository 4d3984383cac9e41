package jp.shikaku.contracts.number;

import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import jp.shikaku.contracts.problem.ValueFault;

import static jp.shikaku.contracts.RefusalAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

class TicketNumberTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    @Property
    void everyNumberSurvivesEveryWayOfWritingIt(@ForAll long seed) {
        TicketNumber number = TicketNumber.next(new Random(seed));

        assertThat(number.display()).matches("[^-]{4}-[^-]{5}").isEqualTo(number.toString());
        assertThat(TicketNumber.of(number.display().toLowerCase())).isEqualTo(number);
        assertThat(TicketNumber.of(TypedDigits.fullWidth(number.display()))).isEqualTo(number);
    }

    @Property(tries = 100)
    void everySingleWrongCharacterIsFound(@ForAll long seed) {
        String number = TicketNumber.next(new Random(seed)).value();

        for (int position = 0; position < number.length(); position++) {
            for (char character : ALPHABET.toCharArray()) {
                if (character != number.charAt(position)) {
                    String wrong = TypedDigits.withCharacter(number, position, character);
                    assertRefused(ValueFault.TICKET_NUMBER_CHECK_CHARACTER, () -> TicketNumber.of(wrong));
                }
            }
        }
    }

    @Test
    void numbersOfAnotherKindAreRefused() {
        assertRefused(ValueFault.TICKET_NUMBER_FORMAT, () -> TicketNumber.of("28T5-CY4T-QKFFR"));
        assertRefused(ValueFault.TICKET_NUMBER_FORMAT, () -> TicketNumber.of("28T5-CY4"));
        assertRefused(ValueFault.REQUIRED, () -> TicketNumber.of(null));
    }

    @Test
    void codeIsForgivenAndHidden() {
        FollowUpCode code = FollowUpCode.ofFirstBits(0x0123_4567_89AB_CDEFL << 4);

        assertThat(code.display()).isEqualTo("28T5-CY4T-QKFFR");
        assertThat(FollowUpCode.of("28t5 cy4t qkffr")).isEqualTo(code);
        assertThat(code).hasToString("FollowUpCode[not shown]");
        assertRefused(ValueFault.FOLLOW_UP_CODE_CHECK_CHARACTER, () -> FollowUpCode.of("28T5-CY4T-QKFFS"));
        assertRefused(ValueFault.FOLLOW_UP_CODE_FORMAT, () -> FollowUpCode.of("28T5-CY4T"));
    }
}
