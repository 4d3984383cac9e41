package jp.shikaku.registration;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.registration.world.Citizen;
import jp.shikaku.registration.world.Days;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.EligibilityStandIn;
import jp.shikaku.registration.world.EligibilityStandIn.Answer;
import jp.shikaku.registration.world.EligibilityStandIn.Arrival;
import jp.shikaku.registration.world.RegistrationTest;
import jp.shikaku.registration.world.Rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Every cleared version arrives, in order, whatever happens on the way (R2). */
@RegistrationTest
class LinkageTest {

    private static final Answer BROKEN = new Answer(500, "internal-error");
    private static final Answer AWAY = new Answer(503, "temporarily-unavailable");
    private static final Answer STALE = new Answer(200, "STALE");

    LocalPostgres postgres;
    EligibilityStandIn eligibility;
    Rows rows;
    Citizen hanako;

    @BeforeEach
    void hanakoIsAResident() {
        rows = new Rows(postgres);
        hanako = Citizen.hanako();
        Desk.knowParties();
        Desk.knowResident(hanako);
    }

    @AfterEach
    void forget() {
        eligibility.reset();
        rows.run("drop trigger if exists fail_marking on linkage_outbox");
        rows.run("delete from linkage_outbox");
    }

    @Test
    void whatIsClearedDuringAnOutageArrivesInOrderAfterIt() {
        eligibility.goAway();
        String id = cleared(hanako.enrolment(Days.ago(30)));
        Desk.correct(id, 1, hanako.enrolment(Days.ago(29))).then().statusCode(200);
        Desk.correct(id, 2, hanako.enrolment(Days.ago(28))).then().statusCode(200);
        assertThat(states(id)).containsExactly("CLEARED", "CLEARED", "CLEARED");

        eligibility.comeBack();

        await().untilAsserted(() -> assertThat(states(id)).containsExactly("SUPERSEDED", "SUPERSEDED", "LINKED"));
        assertThat(versions(id)).containsExactly(1, 2, 3);
    }

    @Test
    void aLaterVersionDoesNotGoAheadOfOneThatWaits() {
        eligibility.answer(arrival -> AWAY);
        String id = cleared(hanako.enrolment(Days.ago(30)));
        Desk.correct(id, 1, hanako.enrolment(Days.ago(29))).then().statusCode(200);
        Desk.correct(id, 2, hanako.enrolment(Days.ago(28))).then().statusCode(200);
        await().until(() -> versions(id).size() >= 5);

        eligibility.answer(arrival -> EligibilityStandIn.APPLIED);

        await().untilAsserted(() -> assertThat(states(id)).containsExactly("SUPERSEDED", "SUPERSEDED", "LINKED"));
        int before = 0;
        for (Arrival arrival : eligibility.arrivals(id)) {
            assertThat(arrival.version()).isBetween(1, before + 1);
            before = Math.max(before, arrival.version());
        }
    }

    @Test
    void oneThatBreaksEligibilityDoesNotHoldUpThoseSentWithIt() {
        String poison = hanako.individualNumber().substring(4);
        eligibility.goAway();
        String stuck = cleared(hanako.enrolment(Days.ago(30)));
        List<String> others =
                IntStream.range(0, 5).mapToObj(i -> cleared(taro())).toList();
        eligibility.answer(arrival -> arrival.body().contains(poison) ? BROKEN : EligibilityStandIn.APPLIED);

        eligibility.comeBack();

        await().untilAsserted(() ->
                assertThat(others).allSatisfy(id -> assertThat(states(id)).containsExactly("LINKED")));
        assertThat(states(stuck)).containsExactly("CLEARED");
        eligibility.answer(arrival -> EligibilityStandIn.APPLIED);
        await().untilAsserted(() -> assertThat(states(stuck)).containsExactly("LINKED"));
    }

    @Test
    void aConnectionThatBreaksDoesNotHoldUpOtherEnrolments() {
        String slow = hanako.individualNumber().substring(4);
        eligibility.answer(arrival -> {
            if (arrival.body().contains(slow)) {
                throw new IllegalStateException("the connection breaks");
            }
            return EligibilityStandIn.APPLIED;
        });
        String stuck = cleared(hanako.enrolment(Days.ago(30)));
        await().until(() -> !versions(stuck).isEmpty());

        String free = cleared(taro());

        await().atMost(Duration.ofSeconds(3))
                .untilAsserted(() -> assertThat(states(free)).containsExactly("LINKED"));
        assertThat(states(stuck)).containsExactly("CLEARED");
    }

    @Test
    void duringAnOutageNotTheWholeOutboxIsTriedAgainAndAgain() {
        eligibility.answer(arrival -> AWAY);
        List<String> ids = IntStream.range(0, 20).mapToObj(i -> cleared(taro())).toList();
        await().until(() -> ids.stream().mapToInt(id -> versions(id).size()).sum() > 0);

        int tried = eligibility.arrivals().size();
        await().until(() -> eligibility.arrivals().size() >= tried + 4);

        List<Arrival> later = eligibility.arrivals().subList(tried, tried + 4);
        assertThat(later.stream().map(Arrival::request).distinct()).hasSize(4);
    }

    @Test
    void aVersionThatEligibilityHasAlreadyIsDone() {
        eligibility.answer(arrival -> STALE);

        String id = cleared(hanako.enrolment(Days.ago(30)));

        await().untilAsserted(() -> assertThat(states(id)).containsExactly("LINKED"));
        assertThat(outbox(id)).isZero();
    }

    @Test
    void whatIsRefusedForGoodIsLaidAsideAndTheNextVersionGoesOn() {
        eligibility.answer(arrival -> arrival.version() == 1 ? new Answer(200, "INVALID") : EligibilityStandIn.APPLIED);
        String id = cleared(hanako.enrolment(Days.ago(30)));
        await().untilAsserted(() -> assertThat(rows.column(
                        "select status || ' ' || refusal from linkage_outbox where enrolment_id = ?",
                        UUID.fromString(id)))
                .isEqualTo(List.of("DEAD values-invalid: /content/name text-characters")));
        assertThat(states(id)).containsExactly("CLEARED");

        Desk.correct(id, 1, hanako.enrolment(Days.ago(29))).then().statusCode(200);

        await().untilAsserted(() -> assertThat(states(id)).containsExactly("SUPERSEDED", "LINKED"));
        assertThat(versions(id)).containsExactly(1, 2);
    }

    /** As the whole request, however: the one to blame is found among those sent with it. */
    @Test
    void ofARequestThatIsRefusedAsAWholeOnlyTheOneToBlameIsLaidAside() {
        eligibility.goAway();
        String refused = cleared(hanako.enrolment(Days.ago(30)));
        List<String> others =
                IntStream.range(0, 5).mapToObj(i -> cleared(taro())).toList();
        eligibility.answer(arrival ->
                arrival.enrolmentId().equals(refused) ? new Answer(400, "malformed-json") : EligibilityStandIn.APPLIED);

        eligibility.comeBack();

        await().untilAsserted(() ->
                assertThat(others).allSatisfy(id -> assertThat(states(id)).containsExactly("LINKED")));
        await().untilAsserted(() -> assertThat(rows.column(
                        "select refusal from linkage_outbox where enrolment_id = ?", UUID.fromString(refused)))
                .isEqualTo(List.of("400 malformed-json")));
    }

    @Test
    void aTokenThatIsNotAcceptedLosesNoRecord() {
        eligibility.answer(arrival -> new Answer(401, "token-invalid"));
        String id = cleared(hanako.enrolment(Days.ago(30)));
        await().until(() -> versions(id).size() >= 2);

        eligibility.answer(arrival -> EligibilityStandIn.APPLIED);

        await().untilAsserted(() -> assertThat(states(id)).containsExactly("LINKED"));
    }

    /** As when the process is killed between the answer of eligibility and the note that it came. */
    @Test
    void aVersionThatArrivedButCouldNotBeMarkedIsSentAgain() {
        rows.run(
                """
                create or replace function fail_marking() returns trigger language plpgsql as $$
                begin raise exception 'killed'; end $$""");
        rows.run(
                """
                create trigger fail_marking before delete on linkage_outbox
                for each row execute function fail_marking()""");
        String id = cleared(hanako.enrolment(Days.ago(30)));
        await().until(() -> versions(id).size() == 1);
        assertThat(states(id)).containsExactly("CLEARED");

        rows.run("drop trigger fail_marking on linkage_outbox");

        await().untilAsserted(() -> assertThat(states(id)).containsExactly("LINKED"));
        assertThat(versions(id)).hasSizeGreaterThanOrEqualTo(2).containsOnly(1);
        List<Arrival> arrivals = eligibility.arrivals(id);
        assertThat(arrivals.get(1).body()).isEqualTo(arrivals.get(0).body());
    }

    @Test
    void aLeaseThatAnotherReplicaLeftBehindRunsOut() {
        eligibility.answer(arrival -> AWAY);
        String id = cleared(hanako.enrolment(Days.ago(30)));
        await().until(() -> !versions(id).isEmpty());
        rows.run("update linkage_outbox set leased_until = now() + interval '1 second' where enrolment_id = '" + id
                + "'");
        eligibility.answer(arrival -> EligibilityStandIn.APPLIED);

        await().untilAsserted(() -> assertThat(states(id)).containsExactly("LINKED"));
    }

    @Test
    void manyClearedAtOnceAllArriveOnce() {
        List<String> ids = IntStream.range(0, 40).mapToObj(i -> cleared(taro())).toList();

        await().untilAsserted(() ->
                assertThat(ids).allSatisfy(id -> assertThat(states(id)).containsExactly("LINKED")));
        assertThat(ids).allSatisfy(id -> assertThat(versions(id)).containsExactly(1));
    }

    @Test
    void theSameVersionIsNeverOnItsWayTwiceAtOnce() {
        Set<String> underway = ConcurrentHashMap.newKeySet();
        Set<String> twice = ConcurrentHashMap.newKeySet();
        eligibility.answer(arrival -> {
            if (!underway.add(arrival.enrolmentId())) {
                twice.add(arrival.enrolmentId());
            }
            await().pollDelay(Duration.ofMillis(20)).until(() -> true);
            underway.remove(arrival.enrolmentId());
            return EligibilityStandIn.APPLIED;
        });
        List<String> ids = IntStream.range(0, 10).mapToObj(i -> cleared(taro())).toList();

        await().untilAsserted(() ->
                assertThat(ids).allSatisfy(id -> assertThat(states(id)).containsExactly("LINKED")));
        assertThat(twice).isEmpty();
    }

    /** Somebody else every time, whose check finds nothing. */
    private static Map<String, Object> taro() {
        Citizen taro = new Citizen(Citizen.nextNumber(), "佐藤 太郎", "サトウ タロウ", "1985-08-08", "1", "大阪府大阪市北区梅田3-1-3");
        Desk.knowResident(taro);
        return taro.enrolment(Days.ago(30));
    }

    private String cleared(Map<String, Object> body) {
        return Desk.enrol(body).then().statusCode(201).extract().path("id");
    }

    private List<Object> states(String id) {
        return rows.column(
                "select state from enrolment_version where enrolment_id = ? order by version", UUID.fromString(id));
    }

    private long outbox(String id) {
        return rows.count("select count(*) from linkage_outbox where enrolment_id = ?", UUID.fromString(id));
    }

    private List<Integer> versions(String id) {
        return eligibility.arrivals(id).stream().map(Arrival::version).toList();
    }
}
