package jp.shikaku.inquiry.casefile;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jp.shikaku.inquiry.world.Answers;
import jp.shikaku.inquiry.world.InquiryTest;
import jp.shikaku.inquiry.world.Sisters;
import jp.shikaku.inquiry.world.StandIn;
import jp.shikaku.kit.testing.Tokens;
import jp.shikaku.local.identity.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@InquiryTest
class CaseFileTest {

    private static final String AGENT = "agent-7";

    /** Every field a case file may have, as a path. */
    private static final Set<String> CONTRACT = Set.of(
            "confirmationNumber",
            "askedAt",
            "nextDate",
            "displayGuide",
            "shown.asOf",
            "shown.validity",
            "shown.display.ja",
            "shown.display.en",
            "shown.prescription.form",
            "shown.prescription.reason.ja",
            "shown.prescription.reason.en",
            "now.asOf",
            "now.validity",
            "now.display.ja",
            "now.display.en",
            "now.prescription.form",
            "now.prescription.reason.ja",
            "now.prescription.reason.en",
            "progress.stage",
            "progress.since",
            "progress.dueOn",
            "progress.overdue",
            "sentence.ja",
            "sentence.en",
            "nextStep.ja",
            "nextStep.en");

    Sisters sisters;

    @BeforeEach
    void bothSistersAnswer() {
        sisters.bothAnswer();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
            # shown, now, stage,                since,      due,        overdue, sentence,             step,           next
            2,       2,   WAITING_FOR_EMPLOYER, 2026-04-03, 2026-04-10, false,   早ければ4月10日です,    新しい勤め先に, 2026-04-10
            2,       2,   WAITING_FOR_EMPLOYER, 2026-03-03, 2026-03-10, true,    3月10日でした,         新しい勤め先に, -
            2,       2,   WAITING_FOR_INSURER,  2026-04-03, 2026-04-10, false,   期限は4月10日です,     お待ちください, 2026-04-10
            2,       2,   WAITING_FOR_INSURER,  2026-03-03, 2026-03-10, true,    3月10日を過ぎても,     保険者に,       -
            4,       4,   BEING_CONFIRMED,      2026-04-03, 2026-04-10, false,   4月3日から保険者が,    保険者に,       2026-04-10
            4,       4,   BEING_CONFIRMED,      2026-04-03, -,          false,   4月3日から保険者が,    保険者に,       -
            4,       4,   BEING_CONFIRMED,      2026-03-03, 2026-03-10, true,    3月10日を過ぎています, 保険者に,       -
            4,       4,   BEING_LINKED,         2026-04-03, -,          false,   まもなく反映されます,  数分おいて,     -
            4,       4,   LINKED,               -,          -,          false,   一致しません,          生年月日と枝番, -
            2,       2,   LINKED,               -,          -,          false,   現在有効ではありません, 取得日と喪失日, -
            4,       4,   NOTHING_KNOWN,        -,          -,          false,   まだ見つかりません,    正しければ,     -
            2,       3,   LINKED,               -,          -,          false,   別の新しい資格,        新しい資格確認書, -
            4,       1,   LINKED,               -,          -,          false,   現在は「資格（有効）」, もう一度照会,   -
            1,       1,   LINKED,               -,          -,          false,   現在も有効です,        必要な手続は,   -
            5,       5,   NOTHING_KNOWN,        -,          -,          false,   お一人に特定できません, 枝番,          -
            """)
    void everyDisplayIsExplainedByWhereItWaits(
            int shown,
            int now,
            String stage,
            String since,
            String due,
            boolean overdue,
            String sentence,
            String step,
            String next) {
        sisters.eligibility().answers(200, Answers.standing(shown, now));
        sisters.registration().answers(200, Answers.progress(stage, since, due, overdue));

        open(Answers.NUMBER.display())
                .then()
                .statusCode(200)
                .body("confirmationNumber", equalTo(Answers.NUMBER.display()))
                .body("askedAt", equalTo("2026-04-08T10:00:00+09:00"))
                .body("shown.validity", equalTo(shown))
                .body("now.validity", equalTo(now))
                .body("progress.stage", equalTo(stage))
                .body("progress.since", since == null ? nullValue() : equalTo(since))
                .body("progress.dueOn", due == null ? nullValue() : equalTo(due))
                .body("progress.overdue", equalTo(overdue))
                .body("sentence.ja", containsString(sentence))
                .body("sentence.en", notNullValue())
                .body("nextStep.ja", containsString(step))
                .body("nextStep.en", notNullValue())
                .body("nextDate", next == null ? nullValue() : equalTo(next));
    }

    @ParameterizedTest
    @CsvSource({"1, valid", "2, invalid", "3, invalid-newer-coverage", "4, not-found", "5, several-candidates"})
    void caseLeadsToTheExplanationOfWhatWasShown(int shown, String slug) {
        sisters.eligibility().answers(200, Answers.standing(shown, 1));

        open(Answers.NUMBER.display()).then().body("displayGuide", equalTo("/displays/" + slug));
    }

    @Test
    void answerHasTheFieldsOfTheContractAndNoKey() {
        sisters.registration().answers(200, Answers.progress("BEING_CONFIRMED", "2026-04-03", "2026-04-10", false));

        Response answer = open(Answers.NUMBER.display());

        Set<String> fields = new TreeSet<>();
        collect("", answer.jsonPath().getMap(""), fields);
        assertThat(fields).isEqualTo(new TreeSet<>(CONTRACT));
        assertThat(answer.asString()).doesNotContain(Answers.SUBJECT_KEY, Answers.PERSON_KEY);
    }

    @Test
    void numberIsForgivenHowItWasHeard() {
        String heard = Answers.NUMBER.value().toLowerCase().replace('0', 'o').replace('1', 'l');

        open(heard).then().statusCode(200).body("confirmationNumber", equalTo(Answers.NUMBER.display()));
        assertThat(only(sisters.eligibility()).uri().getPath()).contains(Answers.NUMBER.value());
    }

    private static Response open(String number) {
        return Tokens.as(Role.HOTLINE, AGENT).get("/casefiles/" + number);
    }

    private static void collect(String prefix, Map<?, ?> object, Set<String> paths) {
        object.forEach((name, value) -> {
            if (value instanceof Map<?, ?> inner) {
                collect(prefix + name + ".", inner, paths);
            } else {
                paths.add(prefix + name);
            }
        });
    }

    private static StandIn.Arrival only(StandIn sister) {
        assertThat(sister.arrivals()).hasSize(1);
        return sister.arrivals().get(0);
    }
}
