package jp.shikaku.inquiry.faq.search;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.inquiry.faq.FaqLibrary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class FaqShelfTest {

    private final Clock clock = Clock.system(JapanTime.ZONE);
    private final FaqLibrary library = FaqLibrary.load();
    private final AtomicInteger timesRead = new AtomicInteger();
    private final FaqShelf shelf = new FaqShelf(
            library,
            () -> {
                timesRead.incrementAndGet();
                return Synonyms.load();
            },
            clock);

    @Test
    void theDictionaryIsReadForWhoSearchesAndForNobodyElse() {
        assertThat(shelf.find("pin-locked")).isPresent();
        assertThat(shelf.entries()).hasSizeGreaterThan(40);
        shelf.replace(library.with(List.of()));
        await().during(Duration.ofMillis(300)).until(() -> timesRead.get() == 0);

        FaqIndex index = shelf.index();
        assertThat(index.find(index.words("暗証番号"))).isNotEmpty();
        assertThat(index.entries()).isEqualTo(shelf.entries());
        assertThat(shelf.index()).isSameAs(index);
        assertThat(timesRead).hasValue(1);
    }
}
