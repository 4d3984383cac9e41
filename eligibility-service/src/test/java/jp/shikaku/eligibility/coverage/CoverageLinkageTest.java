package jp.shikaku.eligibility.coverage;

import java.sql.Date;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import jp.shikaku.eligibility.testing.Body;
import jp.shikaku.eligibility.testing.Card;
import jp.shikaku.eligibility.testing.Coverages;
import jp.shikaku.eligibility.testing.Ledger;
import jp.shikaku.eligibility.testing.NothingPersonalLogged;
import jp.shikaku.eligibility.testing.Together;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.kit.testing.Tokens;
import jp.shikaku.local.identity.Role;
import jp.shikaku.local.postgres.LocalPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** R2: what was acknowledged is kept, each version once and in order. */
@QuarkusTest
@WithTestResource(value = ServiceEnvironment.class, scope = TestResourceScope.GLOBAL)
@ExtendWith(NothingPersonalLogged.class)
class CoverageLinkageTest {

    private static final int VERSIONS = 20;

    LocalPostgres postgres;

    private final Body content = Coverages.whole(Card.fresh(), Coverages.newPerson());
    private final UUID enrolment = UUID.randomUUID();

    @Test
    void replayedVersionIsAcknowledgedAndChangesNothing() throws SQLException {
        apply(1, content);
        Map<String, Object> before = row();

        apply(1, content);

        assertThat(row()).usingRecursiveComparison().isEqualTo(before);
    }

    @Test
    void olderVersionIsRefusedAndChangesNothing() throws SQLException {
        apply(3, named("三"));
        Map<String, Object> before = row();

        refuse(2, named("二"), "coverage-version-stale");

        assertThat(row()).usingRecursiveComparison().isEqualTo(before);
    }

    @Test
    void newerVersionReplacesTheWholeContent() throws SQLException {
        apply(1, content.with("lost", "2024-04-01").with("lossReason", "03"));

        apply(
                2,
                content.without("branch")
                        .without("lost")
                        .without("lossReason")
                        .without("nameOther")
                        .with("birthDate", "1991-02-16")
                        .with("address", "見本県"));

        assertThat(row())
                .containsEntry("version", 2)
                .containsEntry("branch", null)
                .containsEntry("lost", null)
                .containsEntry("loss_reason", null)
                .containsEntry("name_other", null)
                .containsEntry("address", "見本県")
                .containsEntry("birth_date", Date.valueOf("1991-02-16"));
    }

    @Test
    void missedVersionsDoNoHarm() throws SQLException {
        apply(1, named("一"));
        apply(7, named("七"));

        assertThat(row()).containsEntry("version", 7).containsEntry("name", "見本　七");
        refuse(6, named("六"), "coverage-version-stale");
    }

    @Test
    void sameVersionWithAnotherContentIsRefusedAndChangesNothing() throws SQLException {
        apply(1, content);
        Map<String, Object> before = row();

        for (Body other : List.of(
                named("別"),
                content.with("lost", "2024-04-01"),
                content.without("branch"),
                content.without("cardClass"),
                content.with("cardIssuedOn", "2020-04-11"),
                content.with("cardValidFrom", "2020-04-02"),
                content.without("cardExpiresOn"),
                content.without("nameOther"),
                content.with("nameOtherKana", "ミホン　ハナ"),
                content.with("sexOnCard", "1"),
                content.with("postalCode", "1000014"),
                content.with("address", "見本県"),
                content.with("burdenShare", "020"),
                content.with("medicalInfoAllowed", false),
                content.with("state", "SUSPENDED"),
                content.with("personKey", Coverages.newPerson()))) {
            refuse(1, other, "coverage-version-conflict");
        }

        assertThat(row()).usingRecursiveComparison().isEqualTo(before);
    }

    /** Its hash knows nothing of what a card says besides. */
    @Test
    void versionLinkedBeforeTheHashKnewAllIsTakenForTheSame() throws SQLException {
        apply(1, content);
        new Ledger(postgres)
                .execute("update coverage set content_hash = sha256('any') where enrolment_id = '%s'"
                        .formatted(enrolment));

        apply(1, content);
        apply(2, named("二"));
        refuse(2, named("別"), "coverage-version-conflict");
    }

    @RepeatedTest(3)
    void versionsArrivingAtOnceInAnyOrderEndAtTheLast() throws Exception {
        List<Integer> order =
                new ArrayList<>(IntStream.rangeClosed(1, VERSIONS).boxed().toList());
        Collections.shuffle(order, new Random());
        String token = Tokens.token(Role.SERVICE, "registration", Duration.ofMinutes(5));

        List<Integer> statuses = Together.run(VERSIONS, i -> Coverages.put(
                        token, enrolment, order.get(i), named(order.get(i).toString()))
                .statusCode());

        assertThat(statuses).as("in order %s", order).isSubsetOf(204, 409);
        assertThat(row()).containsEntry("version", VERSIONS).containsEntry("name", "見本　" + VERSIONS);
    }

    @Test
    void sameVersionArrivingAtOnceIsAppliedOnce() throws Exception {
        String token = Tokens.token(Role.SERVICE, "registration", Duration.ofMinutes(5));

        List<Integer> statuses = Together.run(
                VERSIONS, i -> Coverages.put(token, enrolment, 1, content).statusCode());

        assertThat(statuses).containsOnly(204);
        assertThat(row()).containsEntry("version", 1);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "SERVICE")
    void nobodyButAServiceMayLink(Role role) throws SQLException {
        String id =
                switch (role) {
                    case EMPLOYER -> "6012345678901";
                    case INSURER -> Card.INSURER;
                    case INSTITUTION -> "0110113719";
                    default -> "somebody";
                };

        Coverages.put(Tokens.token(role, id, Duration.ofMinutes(5)), enrolment, 1, content)
                .then()
                .statusCode(403)
                .body("code", equalTo("role-not-allowed"));

        assertThat(rows()).isEmpty();
    }

    private Body named(String name) {
        return content.with("name", "見本　" + name);
    }

    private void apply(int version, Body body) {
        Coverages.put(enrolment, version, body).then().statusCode(204);
    }

    private void refuse(int version, Body body, String code) {
        Coverages.put(enrolment, version, body).then().statusCode(409).body("code", equalTo(code));
    }

    private Map<String, Object> row() throws SQLException {
        return rows().get(0);
    }

    private List<Map<String, Object>> rows() throws SQLException {
        return new Ledger(postgres).rows("select * from coverage where enrolment_id = ?", enrolment);
    }
}
