package jp.shikaku.registration.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the rule from {@code shikaku.deadline.days} and {@code shikaku.deadline.day-count}. */
@ApplicationScoped
class DeadlineSetup {

    @Produces
    @Singleton
    DeadlineRule rule(
            @ConfigProperty(name = "shikaku.deadline.days", defaultValue = "5") int days,
            @ConfigProperty(name = "shikaku.deadline.day-count", defaultValue = "EXCLUDE_FIRST_DAY")
                    DayCount dayCount) {
        return new DeadlineRule(days, dayCount);
    }
}
