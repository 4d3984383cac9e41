package jp.shikaku.registration.world;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;

import io.restassured.response.Response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Has lists of overlaps compiled, each on its day. */
public final class OverlapDesk {

    private final Calendar calendar;
    private final Rows rows;

    public OverlapDesk(URI adminPort, Rows rows) {
        this.calendar = new Calendar(adminPort);
        this.rows = rows;
    }

    /** As if there had never been a list. */
    public void forgetLists() {
        rows.run("truncate overlap_objection, overlap_entry, overlap, overlap_list");
        calendar.laterByDays(0);
    }

    /** The list of the day that is so many days from today; its number. */
    public int listOn(int daysFromToday) {
        calendar.laterByDays(daysFromToday);
        String id = compile(UUID.randomUUID().toString())
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        Desk.operator().get("/overlap-lists/" + id).<String>path("state"))
                .isEqualTo("DONE"));
        return Desk.operator().get("/overlap-lists/" + id).path("number");
    }

    public static Response compile(String key) {
        return Desk.operator().header("Idempotency-Key", key).post("/overlap-lists");
    }
}
