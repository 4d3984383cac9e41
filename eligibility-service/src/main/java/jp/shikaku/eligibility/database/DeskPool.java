package jp.shikaku.eligibility.database;

import java.time.Duration;

import jakarta.inject.Singleton;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The connections for what every single question needs. */
@Singleton
@ReactiveDataSource("desk")
class DeskPool extends ImpatientPool {

    /** @param giveUpAfter as for all others */
    DeskPool(@ConfigProperty(name = "shikaku.database.give-up-after") Duration giveUpAfter) {
        super(giveUpAfter);
    }
}
