package jp.shikaku.eligibility.confirmation;

import java.util.Optional;

import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.person.SubjectKey;
import jp.shikaku.eligibility.certificate.Certificate;
import jp.shikaku.eligibility.coverage.Coverage;
import jp.shikaku.eligibility.verdict.Verdict;

/**
 * Whom a question turns out to be about, and what that comes to.
 *
 * @param subject of the card asked about; {@code null} when asked by certificate
 * @param certificate {@code null} when asked by card
 */
record Found(Verdict verdict, SubjectKey subject, Certificate certificate) {

    static Found byCard(SubjectKey subject, Verdict verdict) {
        return new Found(verdict, subject, null);
    }

    static Found byCertificate(Certificate certificate, Verdict verdict) {
        return new Found(verdict, null, certificate);
    }

    /** The one person that is meant: of a card if exactly one has it, of a certificate always. */
    Optional<PersonKey> person() {
        return certificate == null ? verdict.onCard().map(Coverage::personKey) : Optional.of(certificate.person());
    }
}
