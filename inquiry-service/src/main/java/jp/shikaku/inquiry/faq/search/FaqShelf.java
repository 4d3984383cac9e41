package jp.shikaku.inquiry.faq.search;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Provider;

import io.smallrye.mutiny.infrastructure.Infrastructure;

import jp.shikaku.contracts.faq.FaqEntry;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.inquiry.faq.FaqLibrary;

/**
 * The questions as they stand today. What is on the shelf is replaced as a whole, when the day changes or something is
 * published; who reads meanwhile goes on with what was there. The words of a search and the dictionary take more memory
 * than all the rest of the service: they are read when somebody searches for the first time, who waits for it.
 */
@ApplicationScoped
public class FaqShelf {

    private final Clock clock;
    private final Provider<Synonyms> synonyms;
    private volatile FaqLibrary library;
    private volatile Stock stock;

    private record Stock(FaqLibrary library, LocalDate day, FaqIndex index) {

        boolean isOf(FaqLibrary otherLibrary, LocalDate otherDay) {
            return library == otherLibrary && day.equals(otherDay);
        }
    }

    /** @param synonyms read when somebody searches: reading them takes the dictionary of Japanese */
    FaqShelf(FaqLibrary library, Provider<Synonyms> synonyms, Clock clock) {
        this.library = library;
        this.synonyms = synonyms;
        this.clock = clock;
    }

    /** From now on {@code newLibrary} is what is there; where somebody has searched, it is read for that in the background. */
    public void replace(FaqLibrary newLibrary) {
        library = newLibrary;
        if (stock != null) {
            Infrastructure.getDefaultWorkerPool().execute(this::index);
        }
    }

    /** The entry {@code id} as it holds today. */
    public Optional<FaqEntry> find(String id) {
        return library.find(id, JapanTime.today(clock));
    }

    /** Every entry that holds today, those asked most first. */
    List<FaqEntry> entries() {
        return library.entriesOn(JapanTime.today(clock));
    }

    /** The same, and the way to search them. May take some time at first and after a change: no event loop. */
    FaqIndex index() {
        Stock current = stock;
        LocalDate today = JapanTime.today(clock);
        return current != null && current.isOf(library, today) ? current.index() : refill(today);
    }

    private synchronized FaqIndex refill(LocalDate today) {
        FaqLibrary wanted = library;
        if (stock == null || !stock.isOf(wanted, today)) {
            var entries = wanted.entriesOn(today);
            FaqIndex index = stock == null
                    ? FaqIndex.of(entries, synonyms.get())
                    : stock.index().with(entries);
            stock = new Stock(wanted, today, index);
        }
        return stock.index();
    }
}
