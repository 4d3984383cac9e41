package jp.shikaku.registration.deadline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import jp.shikaku.contracts.calendar.JapaneseHolidays;
import jp.shikaku.contracts.calendar.OfficialHolidayTable;

/** Makes the rules of this package from their configuration. */
@ApplicationScoped
class DeadlineSetup {

    @Produces
    @Singleton
    DeadlineRule rule(DeadlineConfig config) {
        return new DeadlineRule(config.days(), config.dayCount(), config.rollOver(), holidays(config));
    }

    @Produces
    @Singleton
    DeadlineStates states(DeadlineConfig config) {
        return new DeadlineStates(config.dueSoonDays());
    }

    private static JapaneseHolidays holidays(DeadlineConfig config) {
        JapaneseHolidays byLaw = JapaneseHolidays.byLaw();
        return config.holidayTable()
                .map(file -> byLaw.with(OfficialHolidayTable.parse(read(file))))
                .orElse(byLaw);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("shikaku.deadline.holiday-table cannot be read: " + file, e);
        }
    }
}
