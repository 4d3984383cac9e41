package jp.shikaku.eligibility.certificate;

import java.time.LocalDate;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jp.shikaku.contracts.certificate.CertificateState;
import jp.shikaku.contracts.person.CertificateKey;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.problem.ProblemType;

import static org.assertj.core.api.Assertions.assertThat;

class CertificateTest {

    /** On the last day it is valid; to the end of the third month after that month it serves for eligibility. */
    @ParameterizedTest
    @CsvSource({
        "2026-06-15, 2026-06-15, false, true",
        "2026-06-15, 2026-06-16, true, true",
        "2026-06-15, 2026-09-30, true, true",
        "2026-06-15, 2026-10-01, true, false",
        "2026-11-30, 2027-02-28, true, true",
        "2026-11-30, 2027-03-01, true, false",
        "2027-11-01, 2028-02-29, true, true"
    })
    void expiryHasItsGrace(LocalDate expiresOn, LocalDate today, boolean expired, boolean serves) {
        Certificate certificate = certificate(CertificateState.ACTIVE, expiresOn);

        assertThat(certificate.hasExpiredBy(today)).isEqualTo(expired);
        assertThat(certificate.obstacle(today).isEmpty()).isEqualTo(serves);
    }

    @ParameterizedTest
    @CsvSource({"SUSPENDED, CERTIFICATE_SUSPENDED", "REVOKED, CERTIFICATE_REVOKED"})
    void whatIsNotInForceServesForNothing(CertificateState state, ProblemType obstacle) {
        LocalDate today = LocalDate.of(2026, 6, 15);

        assertThat(certificate(state, today.plusYears(1)).obstacle(today)).contains(obstacle);
    }

    private static Certificate certificate(CertificateState state, LocalDate expiresOn) {
        return new Certificate(CertificateKey.of("A".repeat(43)), PersonKey.of("A".repeat(43)), state, expiresOn);
    }
}
