package jp.shikaku.eligibility.certificate;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

import jp.shikaku.contracts.certificate.CertificateState;
import jp.shikaku.contracts.person.CertificateKey;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.problem.ProblemType;

/**
 * The certificate on somebody's individual-number card.
 *
 * @param expiresOn the last day on which it is valid
 */
public record Certificate(CertificateKey key, PersonKey person, CertificateState state, LocalDate expiresOn) {

    /** An expired certificate still serves for eligibility to the end of the third month after the one in which it expired. */
    private static final int MONTHS_OF_GRACE = 3;

    /** Why nobody can be asked about by it on {@code today}; empty when somebody can. */
    public Optional<ProblemType> obstacle(LocalDate today) {
        return switch (state) {
            case REVOKED -> Optional.of(ProblemType.CERTIFICATE_REVOKED);
            case SUSPENDED -> Optional.of(ProblemType.CERTIFICATE_SUSPENDED);
            case ACTIVE ->
                today.isAfter(lastDayOfUse()) ? Optional.of(ProblemType.CERTIFICATE_EXPIRED) : Optional.empty();
        };
    }

    /** Whether it is in its grace on {@code today}: then it serves for eligibility and for nothing else. */
    public boolean hasExpiredBy(LocalDate today) {
        return today.isAfter(expiresOn);
    }

    /** The last day on which eligibility can be asked about by it. */
    public LocalDate lastDayOfUse() {
        return YearMonth.from(expiresOn).plusMonths(MONTHS_OF_GRACE).atEndOfMonth();
    }
}
