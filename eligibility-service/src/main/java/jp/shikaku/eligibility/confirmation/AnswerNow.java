package jp.shikaku.eligibility.confirmation;

import java.util.Optional;

import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.eligibility.verdict.Verdict;

/**
 * A confirmation, and the verdict its question would get now.
 *
 * @param person the one person that is meant
 */
public record AnswerNow(Confirmation confirmation, Verdict verdict, Optional<PersonKey> person) {}
