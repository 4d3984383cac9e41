package jp.shikaku.registration.resident;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jp.shikaku.contracts.number.IndividualNumber;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.resident.ResidentAnswers;
import jp.shikaku.contracts.resident.ResidentAnswers.Answer;
import jp.shikaku.contracts.resident.ResidentAnswers.Result;
import jp.shikaku.contracts.resident.ResidentInquiry;
import jp.shikaku.registration.check.RegisterAnswer;
import jp.shikaku.registration.individual.FiveItems;
import jp.shikaku.registration.individual.PersonKeys;
import jp.shikaku.registration.world.Citizen;
import jp.shikaku.registration.world.LogLines;
import jp.shikaku.registration.world.RegisterStandIn;
import jp.shikaku.registration.world.RegisterStandIn.Reply;
import jp.shikaku.registration.world.RegistrationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

@RegistrationTest
class HttpResidentRegisterTest {

    private static final int ATTEMPTS = 3;

    @Inject
    HttpResidentRegister register;

    @Inject
    RegisterLine line;

    @Inject
    CircuitBreakerMaintenance circuits;

    @Inject
    PersonKeys personKeys;

    RegisterStandIn standIn;

    final Citizen hanako = Citizen.hanako();

    @BeforeEach
    @AfterEach
    void startAnew() {
        standIn.reset();
        circuits.resetAll();
    }

    @Test
    void eachPersonIsFoundByNumber() {
        Citizen taro = new Citizen(Citizen.nextNumber(), "佐藤 太郎", "サトウ タロウ", "1958-08-08", "1", "大阪府大阪市北区梅田3-1-3");
        standIn.know(hanako);
        standIn.know(taro);
        RegisterQuestion nobody = question(Citizen.nextNumber());

        Map<PersonKey, RegisterAnswer> answers =
                ask(List.of(question(hanako.individualNumber()), nobody, question(taro.individualNumber())));

        assertThat(found(answers, hanako).name()).isEqualTo("髙橋 花子");
        assertThat(found(answers, taro).address()).isEqualTo("大阪府大阪市北区梅田3-1-3");
        assertThat(answers.get(nobody.person())).isInstanceOf(RegisterAnswer.Unknown.class);
        assertThat(standIn.paths()).containsExactly("POST /residents");
    }

    @Test
    void aThousandAreAskedAtOnceAndTheirAnswersMayComeInAnyOrder() {
        List<RegisterQuestion> questions = questions(2500);
        Citizen last = new Citizen(
                questions.get(2499).number().value(), "佐藤 太郎", "サトウ タロウ", "1958-08-08", "1", "大阪府大阪市北区梅田3-1-3");
        standIn.know(last);
        standIn.answer(inquiry -> {
            List<ResidentInquiry.Question> backwards = new ArrayList<>(inquiry.questions());
            Collections.reverse(backwards);
            return standIn.truly(new ResidentInquiry(backwards));
        });

        Map<PersonKey, RegisterAnswer> answers = ask(questions);

        assertThat(standIn.inquiries())
                .extracting(inquiry -> inquiry.questions().size())
                .containsExactly(1000, 1000, 500);
        assertThat(standIn.inquiries().stream()
                        .flatMap(inquiry -> inquiry.questions().stream())
                        .map(ResidentInquiry.Question::individualNumber))
                .containsExactlyElementsOf(questions.stream()
                        .map(question -> question.number().value())
                        .toList());
        assertThat(answers).hasSize(2500);
        assertThat(found(answers, last).name()).isEqualTo("佐藤 太郎");
        assertThat(answers.values().stream().filter(RegisterAnswer.Unknown.class::isInstance))
                .hasSize(2499);
    }

    @Test
    void whoAsksNothingDisturbsNobody() {
        assertThat(ask(List.of())).isEmpty();
        assertThat(standIn.inquiries()).isEmpty();
    }

    @Test
    void anAttemptThatFailedByChanceIsRepeated() {
        standIn.know(hanako);
        standIn.answer(inquiry -> standIn.inquiries().size() < ATTEMPTS ? new Reply(503, "") : standIn.truly(inquiry));

        assertThat(found(ask(List.of(question(hanako.individualNumber()))), hanako)
                        .name())
                .isEqualTo("髙橋 花子");
        assertThat(standIn.inquiries()).hasSize(ATTEMPTS);
    }

    @Test
    void aRegisterThatKeepsFailingIsUnavailableAndNobodyUnknown() {
        standIn.answer(inquiry -> new Reply(500, "<html>"));

        assertUnavailable(questions(2));

        assertThat(standIn.inquiries()).hasSize(ATTEMPTS);
    }

    @Test
    void aRegisterThatRefusesTheInquiryIsNotAskedAgain() {
        standIn.answer(inquiry -> new Reply(403, "{}"));

        assertUnavailable(questions(1));

        assertThat(standIn.inquiries()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 302, 304})
    void onlyAnOrdinaryAnswerIsRead(int status) {
        standIn.answer(inquiry -> new Reply(status, ""));

        assertUnavailable(questions(1));
    }

    @Test
    void aRegisterThatSaysNothingIsNotWaitedForLong() {
        standIn.fallSilent();

        assertUnavailable(questions(1));
    }

    @Test
    void aRegisterThatIsGoneIsUnavailable() {
        standIn.goAway();
        try {
            assertUnavailable(questions(1));
        } finally {
            standIn.comeBack();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{",
                "[]",
                "{}",
                "{\"answers\":null}",
                "{\"answers\":[]}",
                "{\"answers\":[null]}",
                "{\"answers\":[{\"ref\":0}]}",
                "{\"answers\":[{\"result\":\"UNKNOWN\"}]}",
                "{\"answers\":[{\"ref\":0,\"result\":\"MAYBE\"}]}",
                "{\"answers\":[{\"ref\":1,\"result\":\"UNKNOWN\"}]}",
                "{\"answers\":[{\"ref\":0,\"result\":\"UNKNOWN\"},{\"ref\":0,\"result\":\"UNKNOWN\"}]}",
                "{\"answers\":[{\"ref\":0,\"result\":\"UNKNOWN\"},{\"ref\":1,\"result\":\"UNKNOWN\"}]}",
                "{\"answers\":[{\"ref\":0,\"result\":\"FOUND\"}]}",
                "{\"answers\":[{\"ref\":0,\"result\":\"FOUND\",\"person\":{}}]}",
                "{\"answers\":[{\"ref\":0,\"result\":\"FOUND\",\"person\":{\"name\":\"\",\"nameKana\":\"タ\","
                        + "\"birthDate\":\"1990-01-15\",\"sex\":\"2\",\"address\":\"東京\"}}]}",
                "{\"answers\":[{\"ref\":0,\"result\":\"FOUND\",\"person\":{\"name\":\"田\",\"nameKana\":\"タ\","
                        + "\"birthDate\":\"1990-02-30\",\"sex\":\"2\",\"address\":\"東京\"}}]}",
                "{\"answers\":[{\"ref\":0,\"result\":\"FOUND\",\"person\":{\"name\":\"田\",\"nameKana\":\"タ\","
                        + "\"birthDate\":\"1990-01-15\",\"sex\":\"9\",\"address\":\"東京\"}}]}",
                "{\"answers\":[{\"ref\":0,\"result\":\"UNKNOWN\",\"person\":{\"name\":\"田\",\"nameKana\":\"タ\","
                        + "\"birthDate\":\"1990-01-15\",\"sex\":\"2\",\"address\":\"東京\"}}]}"
            })
    void anAnswerInDoubtIsNoAnswer(String body) {
        standIn.answer(inquiry -> new Reply(200, body));

        assertUnavailable(questions(1));
    }

    @Test
    void anAnswerWithMoreThanWasAgreedOnIsRead() {
        standIn.answer(inquiry -> new Reply(
                200,
                "{\"as-of\":\"2026-04-10\",\"answers\":[{\"ref\":0,\"result\":\"FOUND\",\"person\":{\"name\":\"田\","
                        + "\"nameKana\":\"タ\",\"birthDate\":\"1990-01-15\",\"sex\":\"2\",\"address\":\"東京\","
                        + "\"postalCode\":\"1000000\"}}]}"));

        assertThat(ask(questions(1)).values()).singleElement().isInstanceOf(RegisterAnswer.Found.class);
    }

    @Test
    void onlyTheWholeOfALargeInquiryCounts() {
        standIn.answer(inquiry -> Reply.json(new ResidentAnswers(inquiry.questions().stream()
                .skip(1)
                .map(question -> new Answer(question.ref(), Result.UNKNOWN, null))
                .toList())));

        assertUnavailable(questions(1000));
    }

    @Test
    void aRegisterThatIsAwayIsLeftAloneForAWhileAndFoundAgain() {
        standIn.answer(inquiry -> new Reply(500, ""));
        assertUnavailable(questions(1));
        assertUnavailable(questions(1));
        int attempts = standIn.inquiries().size();

        assertUnavailable(questions(1));
        assertThat(standIn.inquiries()).hasSize(attempts);
        assertThat(line.standing()).startsWith("away");

        standIn.answer(standIn::truly);
        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(ask(questions(1))).hasSize(1));
        assertThat(line.standing()).isEqualTo("reached");
    }

    @Test
    void noNumberAndNobodyIsLoggedWhateverGoesWrong() {
        List<String> lines;
        try (LogLines log = LogLines.talkative()) {
            RegisterQuestion question = question(hanako.individualNumber());
            standIn.answer(inquiry -> new Reply(200, "{\"answers\":[{\"ref\":0,\"name\":\"髙橋 花子\" oops"));
            assertUnavailable(List.of(question));
            circuits.resetAll();
            standIn.answer(inquiry -> new Reply(400, "no such person: " + hanako.individualNumber()));
            assertUnavailable(List.of(question));
            assertThat(question.toString() + new Inquiry(List.of(question)) + new Inquiry(List.of(question)).wire())
                    .doesNotContain(hanako.individualNumber());
            lines = log.lines();
        }

        assertThat(lines).isNotEmpty();
        assertThat(lines).noneMatch(line -> line.contains(hanako.individualNumber()) || line.contains("花子"));
    }

    private void assertUnavailable(List<RegisterQuestion> questions) {
        assertThatExceptionOfType(RegisterUnavailableException.class)
                .isThrownBy(() -> ask(questions))
                .satisfies(failure -> assertThat(failure.getCause().getCause()).isNull());
    }

    private Map<PersonKey, RegisterAnswer> ask(List<RegisterQuestion> questions) {
        return register.findAll(questions).await().atMost(Duration.ofSeconds(20));
    }

    private FiveItems found(Map<PersonKey, RegisterAnswer> answers, Citizen citizen) {
        RegisterAnswer answer = answers.get(personKeys.of(IndividualNumber.of(citizen.individualNumber())));
        return answer.toCompareWith().orElseThrow();
    }

    private List<RegisterQuestion> questions(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> question(Citizen.nextNumber()))
                .toList();
    }

    private RegisterQuestion question(String number) {
        IndividualNumber individualNumber = IndividualNumber.of(number);
        return new RegisterQuestion(personKeys.of(individualNumber), individualNumber);
    }
}
