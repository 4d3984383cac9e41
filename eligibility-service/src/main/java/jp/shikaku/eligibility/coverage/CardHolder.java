package jp.shikaku.eligibility.coverage;

import java.time.LocalDate;

import jp.shikaku.contracts.person.SubjectKey;

/** Everybody with this birth date who has, or had, this card: one person as a rule, twins at times. */
public record CardHolder(SubjectKey subject, LocalDate birthDate) {}
