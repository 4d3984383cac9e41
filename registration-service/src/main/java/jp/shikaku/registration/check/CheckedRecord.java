package jp.shikaku.registration.check;

import java.time.LocalDate;

import jp.shikaku.registration.individual.FiveItems;

/** The part of a record that the rules look at. */
public record CheckedRecord(FiveItems person, LocalDate acquired) {}
