package jp.shikaku.inquiry.notice.delivery;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import io.restassured.RestAssured;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import jp.shikaku.inquiry.world.PostOffice;
import jp.shikaku.inquiry.world.Sisters;
import jp.shikaku.kit.testing.PackagedService;
import jp.shikaku.kit.testing.ServiceEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The packaged service is killed at random points while it sends a notice. {@code -Dshikaku.kill.seed=N} repeats the
 * points of an earlier run, which prints its seed.
 */
@Timeout(600)
class MailKilledIT {

    /** No more than one page of recipients shows. */
    private static final int ADDRESSEES = 100;

    private static final int KILLS = 3;
    private static final int AT_ONCE = 4;
    private static final Duration LEASE = Duration.ofSeconds(3);
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

    private final ServiceEnvironment environment = new ServiceEnvironment();
    private final Sisters sisters = new Sisters();
    private final PostOffice post = new PostOffice();
    private PackagedService service;

    @BeforeEach
    void prepare() throws IOException {
        Map<String, String> config = new HashMap<>(environment.start());
        config.putAll(sisters.start());
        config.putAll(post.start());
        config.put("shikaku.notice.at-once", Integer.toString(AT_ONCE));
        config.put("shikaku.notice.timeout", "PT2S");
        config.put("shikaku.notice.lease", LEASE.toString());
        config.put("shikaku.notice.mails-per-minute", "100000");
        service = new PackagedService(config, Path.of("target", "killed", "mails.log"));
        service.start();
        service.awaitReady();
    }

    @AfterEach
    void leaveNothingRunning() {
        service.close();
        post.stop();
        sisters.stop();
        environment.stop();
        RestAssured.port = RestAssured.UNDEFINED_PORT;
    }

    @Test
    void aNoticeReachesEverybodyThoughItsSenderIsKilledAgainAndAgain() throws Exception {
        long seed = Long.getLong("shikaku.kill.seed", System.nanoTime() % 1_000_000);
        System.out.println("shikaku.kill.seed=" + seed);
        Random random = new Random(seed);
        List<String> emails = IntStream.range(0, ADDRESSEES)
                .mapToObj(n -> "a" + n + "@example.jp")
                .toList();
        String[] addressees =
                emails.stream().map(email -> Office.addressee(email, "ja")).toArray(String[]::new);
        // Everything waits in the outbox before the first is sent: nobody answers at the port.
        post.close();
        String notice = Office.published("止まらない", addressees);
        post.open();

        int cutOff = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            int enough = kill * ADDRESSEES / (KILLS + 2) + random.nextInt(ADDRESSEES / (KILLS + 2));
            await().pollInterval(Duration.ofMillis(1)).atMost(LONG_ENOUGH).until(() -> post.arrived() >= enough);
            service.kill();
            cutOff += reached(emails) < ADDRESSEES ? 1 : 0;
            service.start();
            service.awaitReady();
        }

        await().atMost(LONG_ENOUGH).until(() -> Office.waiting(notice) == 0);
        assertThat(cutOff).as("kills before the end, seed %d", seed).isPositive();
        assertThat(reached(emails)).as("nobody is forgotten, seed %d", seed).isEqualTo(ADDRESSEES);
        // Only what was on its way at a kill goes out twice, and it says that it is the same mail.
        assertThat(post.arrived() - ADDRESSEES).as("twice, seed %d", seed).isBetween(0, KILLS * AT_ONCE);
        for (String email : emails) {
            assertThat(post.arrivedFor(email).stream().map(MailKilledIT::id).distinct())
                    .as("%s, seed %d", email, seed)
                    .hasSize(1);
        }
        nothingMoreIsSent();
    }

    private void nothingMoreIsSent() {
        int sent = post.arrived();
        await().during(LEASE.multipliedBy(2)).atMost(LEASE.multipliedBy(3)).until(() -> post.arrived() == sent);
    }

    private int reached(List<String> emails) {
        return (int) emails.stream()
                .filter(email -> !post.arrivedFor(email).isEmpty())
                .count();
    }

    private static String id(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
