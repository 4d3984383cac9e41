package jp.shikaku.contracts.calendar;

import java.time.LocalDate;

import jp.shikaku.contracts.text.LocalizedText;

/** A day off under the Act on National Holidays (国民の祝日に関する法律). */
public record Holiday(LocalDate date, LocalizedText name, HolidayKind kind) {}
