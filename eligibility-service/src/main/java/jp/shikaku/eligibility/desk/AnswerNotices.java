package jp.shikaku.eligibility.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jp.shikaku.contracts.confirmation.AnswerNotice;
import jp.shikaku.contracts.confirmation.AnswerNotice.NoticeCode;
import jp.shikaku.contracts.confirmation.ShownCoverage;
import jp.shikaku.contracts.text.LocalizedText;
import jp.shikaku.eligibility.certificate.Certificate;

/** What is told with an answer: that something is about to end, or that what it showed is gone. */
public final class AnswerNotices {

    /** Long enough for the next monthly visit. */
    private static final int NEAR_DAYS = 31;

    /** From three months before its last day the holder can have a certificate renewed, and is told so. */
    private static final int MONTHS_OF_RENEWAL = 3;

    private AnswerNotices() {}

    /** @param coverage valid on {@code day} */
    public static List<AnswerNotice> of(ShownCoverage coverage, LocalDate day) {
        List<AnswerNotice> notices = new ArrayList<>();
        LocalDate lost = coverage.lost();
        if (lost != null && isNear(lost, day)) {
            notices.add(new AnswerNotice(
                    NoticeCode.COVERAGE_ENDS,
                    lost,
                    new LocalizedText(
                            "この資格は" + lost.minusDays(1) + "までです。次の受診では新しい資格を確かめてください。",
                            "This coverage lasts until " + lost.minusDays(1)
                                    + "; look for the new one at the next visit.")));
        }
        LocalDate expires = coverage.cardExpiresOn();
        if (expires != null && expires.isBefore(day)) {
            notices.add(new AnswerNotice(
                    NoticeCode.CARD_EXPIRED,
                    expires,
                    new LocalizedText(
                            "カードの有効期限(" + expires + ")が過ぎています。資格は続いています。",
                            "The card expired on " + expires + "; the coverage goes on.")));
        } else if (expires != null && isNear(expires, day)) {
            notices.add(new AnswerNotice(
                    NoticeCode.CARD_EXPIRES,
                    expires,
                    new LocalizedText("カードの有効期限は" + expires + "です。", "The card expires on " + expires + ".")));
        }
        return List.copyOf(notices);
    }

    /**
     * What is told of the certificate by which was asked.
     *
     * @param today the day on which it was asked, whatever day was asked about
     */
    public static Optional<AnswerNotice> ofCertificate(Certificate certificate, LocalDate today) {
        LocalDate expires = certificate.expiresOn();
        if (certificate.hasExpiredBy(today)) {
            LocalDate last = certificate.lastDayOfUse();
            return Optional.of(
                    new AnswerNotice(
                            NoticeCode.CERTIFICATE_EXPIRED,
                            expires,
                            new LocalizedText(
                                    "電子証明書の有効期限(" + expires + ")が過ぎています。資格確認には" + last
                                            + "まで使えますが、医療情報は閲覧できません。市区町村の窓口での更新を案内してください。",
                                    "The certificate expired on " + expires + "; it serves for eligibility until "
                                            + last
                                            + ", but not for medical information. Tell the patient to renew it at the municipality.")));
        }
        return today.isBefore(expires.minusMonths(MONTHS_OF_RENEWAL))
                ? Optional.empty()
                : Optional.of(new AnswerNotice(
                        NoticeCode.CERTIFICATE_EXPIRES,
                        expires,
                        new LocalizedText(
                                "電子証明書の有効期限は" + expires + "です。市区町村の窓口で更新できることを案内してください。",
                                "The certificate expires on " + expires
                                        + "; tell the patient that it can be renewed at the municipality.")));
    }

    /** Who reads an answer again whose coverage was stopped, taken back or found to be another person's. */
    public static AnswerNotice gone(LocalDate day) {
        return new AnswerNotice(
                NoticeCode.NO_LONGER_SHOWN,
                day,
                new LocalizedText(
                        "この回答で表示した資格は、現在は表示できません。この回答には頼らず、もう一度資格確認を行ってください。",
                        "What this answer showed may not be shown any more: do not rely on it, and ask again."));
    }

    private static boolean isNear(LocalDate date, LocalDate day) {
        return !date.isBefore(day) && !date.isAfter(day.plusDays(NEAR_DAYS));
    }
}
