package jp.shikaku.registration;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jp.shikaku.registration.world.Citizen;
import jp.shikaku.registration.world.Days;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.Insurer;
import jp.shikaku.registration.world.RegistrationTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Records that arrive at the same moment are stored by one transaction; nobody notices that of the others. */
@RegistrationTest
class EnrolmentsTogetherTest {

    private static final int MANY = 40;

    private Insurer insurer;
    private Insurer other;

    @BeforeEach
    void twoInsurers() {
        insurer = Insurer.newcomer();
        other = Insurer.newcomer();
    }

    @Test
    void eachInsurerGetsItsOwnRecordBack() {
        List<Citizen> citizens = Stream.generate(Citizen::hanako)
                .limit(MANY)
                .peek(Desk::knowResident)
                .toList();

        List<Response> answers = together(IntStream.range(0, MANY)
                .mapToObj(n -> post(whose(n), citizens.get(n).enrolment(Days.ago(10))))
                .toList());

        for (int n = 0; n < MANY; n++) {
            assertThat(answers.get(n).statusCode()).isEqualTo(201);
            assertThat(answers.get(n).<String>path("number"))
                    .endsWith(citizens.get(n).individualNumber().substring(4));
            String id = answers.get(n).path("id");
            whose(n).desk().get("/enrolments/" + id).then().statusCode(200);
            whose(n + 1).desk().get("/enrolments/" + id).then().statusCode(404);
        }
    }

    @Test
    void oneKeyManyTimesAtOnceIsOneEnrolment() {
        Citizen citizen = Citizen.hanako();
        Desk.knowResident(citizen);
        String key = UUID.randomUUID().toString();

        List<Response> answers = together(Stream.generate(
                        () -> new Post(insurer.desk().header("Idempotency-Key", key), citizen.enrolment(Days.ago(10))))
                .limit(MANY)
                .toList());

        assertThat(answers).allMatch(answer -> answer.statusCode() == 201);
        assertThat(new LinkedHashSet<String>(answers.stream()
                        .map(answer -> answer.<String>path("id"))
                        .toList()))
                .hasSize(1);
    }

    @Test
    void aKeyThatCameWithAnotherBodyIsRefusedAndTheOthersAreNot() {
        Citizen citizen = Citizen.hanako();
        Desk.knowResident(citizen);
        String key = UUID.randomUUID().toString();
        List<Post> posts = new ArrayList<>();
        for (int n = 0; n < MANY; n++) {
            posts.add(post(whose(n), Citizen.jiro().enrolment(Days.ago(10))));
        }
        new Post(insurer.desk().header("Idempotency-Key", key), citizen.enrolment(Days.ago(10)))
                .send()
                .then()
                .statusCode(201);
        posts.set(MANY / 2, new Post(insurer.desk().header("Idempotency-Key", key), citizen.enrolment(Days.ago(11))));

        List<Response> answers = together(posts);

        assertThat(answers.get(MANY / 2).statusCode()).isEqualTo(422);
        assertThat(answers.get(MANY / 2).<String>path("code")).isEqualTo("idempotency-key-reused");
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201))
                .hasSize(MANY - 1);
    }

    @Test
    void ofTwoWithOneRecordKeyOneIsRefusedAndNobodyElse() {
        List<Post> posts = new ArrayList<>();
        for (int n = 0; n < MANY; n++) {
            Map<String, Object> body = Citizen.jiro().enrolment(Days.ago(10));
            body.put("recordKey", n < 2 ? "THE-SAME" : "R-" + n);
            posts.add(post(insurer, body));
        }
        Map<String, Object> ofAnother = Citizen.jiro().enrolment(Days.ago(10));
        ofAnother.put("recordKey", "THE-SAME");
        posts.add(post(other, ofAnother));

        List<Response> answers = together(posts);

        assertThat(answers.subList(0, 2)).extracting(Response::statusCode).containsExactlyInAnyOrder(201, 409);
        assertThat(answers.subList(2, answers.size())).allMatch(answer -> answer.statusCode() == 201);
    }

    @Test
    void twoWhoSayTheyAreOnePersonAreBothHeldOrOneIs() {
        Citizen citizen = Citizen.hanako();
        Desk.knowResident(citizen);
        Map<String, Object> theirs = citizen.enrolment(Days.ago(10));
        Map<String, Object> otherBirth = citizen.enrolment(Days.ago(10));
        otherBirth.put("birthDate", "1990-01-16");
        otherBirth.put("number", "77-" + citizen.individualNumber().substring(4));

        List<Response> answers = together(List.of(post(insurer, theirs), post(other, otherBirth)));

        assertThat(answers).allMatch(answer -> answer.statusCode() == 201);
        assertThat(answers.get(1).<String>path("state")).isEqualTo("HELD");
    }

    private Insurer whose(int n) {
        return n % 2 == 0 ? insurer : other;
    }

    private record Post(RequestSpecification who, Map<String, Object> body) {

        Response send() {
            return who.body(body).post("/enrolments");
        }
    }

    private static Post post(Insurer whose, Map<String, Object> body) {
        return new Post(whose.desk().header("Idempotency-Key", UUID.randomUUID()), body);
    }

    private static List<Response> together(List<Post> posts) {
        return posts.stream().map(post -> CompletableFuture.supplyAsync(post::send)).toList().stream()
                .map(CompletableFuture::join)
                .toList();
    }
}
