package jp.shikaku.registration.enrolment;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.vertx.mutiny.sqlclient.Pool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jp.shikaku.contracts.enrolment.EnrolmentRequest;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.registration.world.Citizen;
import jp.shikaku.registration.world.Days;
import jp.shikaku.registration.world.Desk;
import jp.shikaku.registration.world.RegistrationTest;
import jp.shikaku.registration.world.Rows;

import static org.assertj.core.api.Assertions.assertThat;

@RegistrationTest
class MassIntakeTest {

    private static final InsurerNumber INSURER = InsurerNumber.of(Desk.INSURER);

    @Inject
    MassIntake massIntake;

    @Inject
    Pool pool;

    LocalPostgres postgres;

    private Rows rows;

    @BeforeEach
    void openTheDesk() {
        Desk.knowParties();
        rows = new Rows(postgres);
    }

    @Test
    void rowsAreTakenInTogetherAndToldApart() {
        Citizen clean = known();
        Citizen doubtful = known();
        EnrolmentRequest wrongAddress = row(doubtful, null, "大阪府大阪市北区梅田3-1-3");
        EnrolmentRequest noNumber = row(withNumber("123456789012"), null, "東京都千代田区霞が関1丁目2番3号");

        List<RowOutcome> outcomes = take(List.of(row(clean), wrongAddress, noNumber));

        assertThat(outcomes.get(0)).isInstanceOfSatisfying(RowOutcome.Accepted.class, it -> assertThat(it.held())
                .isFalse());
        assertThat(outcomes.get(1)).isInstanceOfSatisfying(RowOutcome.Accepted.class, it -> assertThat(it.held())
                .isTrue());
        assertThat(outcomes.get(2)).isInstanceOfSatisfying(RowOutcome.Refused.class, it -> {
            assertThat(it.reason()).isEqualTo(ProblemType.VALUES_INVALID);
            assertThat(it.errors()).singleElement().satisfies(error -> assertThat(error.fault())
                    .isEqualTo(ValueFault.INDIVIDUAL_NUMBER_CHECK_DIGIT));
        });
    }

    @Test
    void theSameRowsTwiceChangeNothing() {
        List<EnrolmentRequest> file = List.of(row(known()), row(known(), "K-" + UUID.randomUUID(), null));
        List<RowOutcome> first = take(file);
        var before = rows.counts();

        List<RowOutcome> second = take(file);

        assertThat(second)
                .containsExactly(
                        new RowOutcome.Unchanged(idOf(first.get(0)), 1),
                        new RowOutcome.Unchanged(idOf(first.get(1)), 1));
        assertThat(rows.counts())
                .usingRecursiveComparison()
                .ignoringFields("linkage_outbox")
                .isEqualTo(before);
    }

    @Test
    void aRowWithALossBecomesTheNextVersionOfItsEnrolment() {
        Citizen citizen = known();
        UUID id = idOf(take(List.of(row(citizen))).get(0));

        List<RowOutcome> outcomes = take(List.of(lost(citizen)));

        assertThat(outcomes).containsExactly(new RowOutcome.Accepted(id, 2, false));
    }

    @Test
    void rowsAboutOneEnrolmentInOneFileFollowEachOther() {
        Citizen citizen = known();

        List<RowOutcome> outcomes = take(List.of(row(citizen), lost(citizen), lost(citizen)));

        UUID id = idOf(outcomes.get(0));
        assertThat(outcomes)
                .containsExactly(
                        new RowOutcome.Accepted(id, 1, false),
                        new RowOutcome.Accepted(id, 2, false),
                        new RowOutcome.Unchanged(id, 2));
    }

    @Test
    void theInsurersOwnKeyFindsTheRecordWhateverElseIsCorrected() {
        Citizen citizen = known();
        String key = "K-" + UUID.randomUUID();
        UUID id = idOf(take(List.of(row(citizen, key, "大阪府大阪市北区梅田3-1-3"))).get(0));

        Citizen other = known();
        List<RowOutcome> outcomes = take(List.of(row(other, key, null)));

        assertThat(outcomes).containsExactly(new RowOutcome.Accepted(id, 2, false));
    }

    @Test
    void whatWasWithdrawnIsNotTakenUpAgainUnderItsKey() {
        String key = "K-" + UUID.randomUUID();
        Citizen citizen = known();
        UUID id = idOf(take(List.of(row(citizen, key, "大阪府大阪市北区梅田3-1-3"))).get(0));
        String hold = Desk.insurer().get("/enrolments/" + id).path("holdId");
        Desk.decide(hold, "WITHDRAW").then().statusCode(200);

        List<RowOutcome> outcomes = take(List.of(row(citizen, key, null)));

        assertThat(outcomes).containsExactly(new RowOutcome.Refused(ProblemType.ENROLMENT_WITHDRAWN, List.of()));
    }

    @Test
    void nothingStaysOfATransactionThatFails() {
        Citizen citizen = known();
        var before = rows.counts();

        var failure = massIntake
                .read(INSURER, "clerk", List.of(row(citizen)))
                .flatMap(read -> pool.withTransaction(
                        transaction -> massIntake.take(transaction, read).map(taken -> {
                            throw new IllegalStateException("the checkpoint could not be written");
                        })))
                .subscribeAsCompletionStage();

        assertThat(failure).failsWithin(Duration.ofSeconds(10));
        assertThat(rows.counts()).isEqualTo(before);
    }

    private List<RowOutcome> take(List<EnrolmentRequest> file) {
        return massIntake
                .read(INSURER, "clerk", file)
                .flatMap(read -> pool.withTransaction(transaction -> massIntake.take(transaction, read)))
                .await()
                .atMost(Duration.ofSeconds(60));
    }

    private static UUID idOf(RowOutcome outcome) {
        return ((RowOutcome.Accepted) outcome).enrolmentId();
    }

    private static Citizen known() {
        Citizen citizen = Citizen.hanako();
        Desk.knowResident(citizen);
        return citizen;
    }

    private static Citizen withNumber(String number) {
        Citizen hanako = Citizen.hanako();
        return new Citizen(
                number, hanako.name(), hanako.nameKana(), hanako.birthDate(), hanako.sex(), hanako.address());
    }

    private static EnrolmentRequest row(Citizen citizen) {
        return row(citizen, null, null);
    }

    private static EnrolmentRequest row(Citizen citizen, String recordKey, String address) {
        return row(citizen, recordKey, address == null ? citizen.address() : address, null);
    }

    private static EnrolmentRequest lost(Citizen citizen) {
        return row(citizen, null, citizen.address(), Days.today());
    }

    private static EnrolmentRequest row(Citizen citizen, String recordKey, String address, String lost) {
        return new EnrolmentRequest(
                recordKey,
                citizen.individualNumber(),
                "１２３",
                "45-" + citizen.individualNumber().substring(4),
                "00",
                null,
                null,
                null,
                null,
                citizen.name(),
                citizen.nameKana(),
                null,
                null,
                citizen.birthDate(),
                citizen.sex(),
                null,
                null,
                address,
                "1",
                null,
                Days.ago(30),
                lost,
                null);
    }
}
