package jp.shikaku.registration.check;

import java.time.LocalDate;

/**
 * What the rules know besides the record.
 *
 * @param today the date in Japan
 */
public record CheckContext(LocalDate today, RegisterAnswer register) {}
