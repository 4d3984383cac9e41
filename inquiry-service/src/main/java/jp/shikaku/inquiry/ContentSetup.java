package jp.shikaku.inquiry;

import java.nio.file.Path;
import java.util.Optional;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import jp.shikaku.contracts.calendar.JapaneseHolidays;
import jp.shikaku.inquiry.display.DisplayGuide;
import jp.shikaku.inquiry.faq.FaqLibrary;
import jp.shikaku.inquiry.faq.search.Synonyms;
import jp.shikaku.inquiry.hotline.HotlineDirectory;
import jp.shikaku.inquiry.notice.NoticeBoard;
import jp.shikaku.inquiry.notice.WorkingDays;

/** Reads the packed content once. A service whose content cannot be read does not start answering. */
class ContentSetup {

    @Produces
    @Singleton
    DisplayGuide displays() {
        return DisplayGuide.load();
    }

    @Produces
    @Singleton
    FaqLibrary faq() {
        return FaqLibrary.load();
    }

    @Produces
    @Singleton
    Synonyms synonyms() {
        return Synonyms.load();
    }

    @Produces
    @Singleton
    HotlineDirectory hotline(@ConfigProperty(name = "shikaku.holidays.csv") Optional<Path> officialHolidays) {
        return HotlineDirectory.load(holidays(officialHolidays));
    }

    @Produces
    @Singleton
    WorkingDays workingDays(@ConfigProperty(name = "shikaku.holidays.csv") Optional<Path> officialHolidays) {
        return new WorkingDays(holidays(officialHolidays));
    }

    private static JapaneseHolidays holidays(Optional<Path> official) {
        return official.map(JapaneseHolidays::with).orElseGet(JapaneseHolidays::byLaw);
    }

    @Produces
    @Singleton
    NoticeBoard notices() {
        return NoticeBoard.load();
    }
}
