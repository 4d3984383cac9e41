package jp.shikaku.contracts.oqs;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class OqsExchangeTest {

    @ParameterizedTest
    @CsvSource({
        "OQSsiquc01req_202609300001.xml,SINGLE,OQSsiquc01res_202609300001.xml",
        "OQSmuquc01req_202609300001.xml,BULK_UPLOAD,OQSmuquc01res_202609300001.xml",
        "OQSmuquc02req_req_1.XML,BULK_DOWNLOAD,OQSmuquc02res_req_1.XML",
    })
    void answerIsLookedForUnderTheSameName(String request, OqsExchange exchange, String answer) {
        assertThat(OqsExchange.ofRequestFile(request)).contains(exchange);
        assertThat(exchange.answerFile(request)).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OQSsiquc01res_1.xml", "OQSmuhvq01req_1.xml", "OQSsiquc01req.xml", "note.txt", ""})
    void otherFilesAreNone(String file) {
        assertThat(OqsExchange.ofRequestFile(file)).isEmpty();
    }

    @Test
    void codesOfFaultsAreTheirOwn() {
        assertThat(Arrays.stream(OqsFault.values()).map(OqsFault::code))
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("SK[FPW][0-9]{3}"));
    }
}
