package jp.shikaku.eligibility.confirmation;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;

import jp.shikaku.contracts.audit.LookPurpose;
import jp.shikaku.contracts.person.CertificateKey;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.person.SubjectKey;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.eligibility.audit.LookLog;
import jp.shikaku.eligibility.audit.Looker;
import jp.shikaku.eligibility.certificate.Certificate;
import jp.shikaku.eligibility.certificate.CertificateStore;
import jp.shikaku.eligibility.coverage.CardHolder;
import jp.shikaku.eligibility.coverage.Coverage;
import jp.shikaku.eligibility.coverage.CoverageStore;
import jp.shikaku.eligibility.coverage.SubjectKeys;
import jp.shikaku.eligibility.verdict.VerdictRule;

/** Finds out what a question comes to now, by card or by certificate. */
@ApplicationScoped
class Findings {

    private final CoverageStore coverages;
    private final CertificateStore certificates;
    private final SubjectKeys subjectKeys;
    private final LookLog looks;
    private final Clock clock;

    Findings(
            CoverageStore coverages,
            CertificateStore certificates,
            SubjectKeys subjectKeys,
            LookLog looks,
            Clock clock) {
        this.coverages = coverages;
        this.certificates = certificates;
        this.subjectKeys = subjectKeys;
        this.looks = looks;
        this.clock = clock;
    }

    /** For who may know whether or not the certificate may still be used: hotline and watches. */
    Uni<Found> about(Question question) {
        if (question instanceof CardQuestion card) {
            SubjectKey subject = subjectKeys.of(card.card());
            return coverages.ofHolders(subject, card.birthDate()).map(holders -> byCard(card, subject, holders));
        }
        return certificate((CertificateQuestion) question)
                .flatMap(certificate ->
                        coverages.ofPerson(certificate.person()).map(all -> byCertificate(question, certificate, all)));
    }

    /**
     * For a desk. Fails with the reason when the certificate cannot be used any more; that it was known is something about
     * its holder, so that this leaves a record of the look, too (R6).
     */
    Uni<Found> atTheDesk(Question question, LookPurpose purpose, Looker looker) {
        if (question instanceof CardQuestion) {
            return about(question);
        }
        return certificate((CertificateQuestion) question)
                .call(certificate -> certificate
                        .obstacle(JapanTime.today(clock))
                        .map(obstacle -> looks.recordWithoutAnswer(looker, purpose, certificate.person())
                                .chain(() -> Uni.createFrom().<Void>failure(obstacle.exception())))
                        .orElse(Uni.createFrom().voidItem()))
                .flatMap(certificate ->
                        coverages.ofPerson(certificate.person()).map(all -> byCertificate(question, certificate, all)));
    }

    /** The same for many that were asked before, on {@code client}. What cannot be found any more is left out. */
    Uni<List<AnswerNow>> about(SqlClient client, List<Confirmation> confirmations) {
        return byCards(client, confirmations)
                .flatMap(cards -> byCertificates(client, confirmations).map(certificates -> confirmations.stream()
                        .flatMap(it -> (it.question() instanceof CardQuestion
                                        ? Optional.of(cards.apply(it))
                                        : certificates.apply(it))
                                .map(found -> new AnswerNow(it, found.verdict(), found.person())).stream())
                        .toList()));
    }

    /** The same for many questions of desks, on {@code client}, in their order. Looks are left to the caller (R6). */
    Uni<List<Sought>> sought(SqlClient client, List<Question> questions) {
        Map<CardQuestion, CardHolder> cards = new HashMap<>();
        Set<CertificateKey> keys = new HashSet<>();
        for (Question question : questions) {
            if (question instanceof CardQuestion card) {
                cards.put(card, new CardHolder(subjectKeys.of(card.card()), card.birthDate()));
            } else {
                keys.add(((CertificateQuestion) question).certificate());
            }
        }
        return coverages
                .ofHolders(client, cards.values())
                .flatMap(holders -> certificates.find(client, keys).flatMap(known -> coverages
                        .ofPersons(client, persons(known.values()))
                        .map(all -> questions.stream()
                                .map(question -> question instanceof CardQuestion card
                                        ? new Sought.Known(
                                                byCard(card, cards.get(card).subject(), holders.get(cards.get(card))))
                                        : byCertificate((CertificateQuestion) question, known, all))
                                .toList())));
    }

    private Sought byCertificate(
            CertificateQuestion question, Map<CertificateKey, Certificate> known, Map<PersonKey, List<Coverage>> all) {
        Certificate certificate = known.get(question.certificate());
        if (certificate == null) {
            return new Sought.Unusable(ProblemType.CERTIFICATE_NOT_BOUND, null);
        }
        return certificate
                .obstacle(JapanTime.today(clock))
                .<Sought>map(reason -> new Sought.Unusable(reason, certificate.person()))
                .orElseGet(() -> new Sought.Known(
                        byCertificate(question, certificate, all.getOrDefault(certificate.person(), List.of()))));
    }

    /** The certificates by which {@code confirmations} were asked, as they are now. */
    Uni<Map<CertificateKey, Certificate>> certificatesOf(SqlClient client, List<Confirmation> confirmations) {
        return certificates.find(
                client, confirmations.stream().flatMap(it -> key(it).stream()).collect(Collectors.toUnmodifiableSet()));
    }

    /** The certificate by which {@code confirmation} was asked, as it is now; empty when it was asked by card. */
    Uni<Optional<Certificate>> certificateOf(Confirmation confirmation) {
        return confirmation.question() instanceof CertificateQuestion question
                ? certificates.find(question.certificate())
                : Uni.createFrom().item(Optional.empty());
    }

    private Uni<Certificate> certificate(CertificateQuestion question) {
        return certificates
                .find(question.certificate())
                .map(found -> found.orElseThrow(ProblemType.CERTIFICATE_NOT_BOUND::exception));
    }

    private Uni<Function<Confirmation, Found>> byCards(SqlClient client, List<Confirmation> confirmations) {
        List<CardHolder> asked =
                confirmations.stream().flatMap(it -> holder(it).stream()).toList();
        return coverages
                .ofHolders(client, asked)
                .map(holders -> confirmation -> byCard(
                        (CardQuestion) confirmation.question(),
                        confirmation.subject(),
                        holders.get(holder(confirmation).orElseThrow())));
    }

    private Uni<Function<Confirmation, Optional<Found>>> byCertificates(
            SqlClient client, List<Confirmation> confirmations) {
        Set<CertificateKey> keys =
                confirmations.stream().flatMap(it -> key(it).stream()).collect(Collectors.toUnmodifiableSet());
        return certificates.find(client, keys).flatMap(known -> coverages
                .ofPersons(client, persons(known.values()))
                .map(all -> confirmation -> key(confirmation)
                        .map(known::get)
                        .map(certificate -> byCertificate(
                                confirmation.question(),
                                certificate,
                                all.getOrDefault(certificate.person(), List.of())))));
    }

    private static Set<PersonKey> persons(Collection<Certificate> certificates) {
        return certificates.stream().map(Certificate::person).collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<CardHolder> holder(Confirmation confirmation) {
        return confirmation.question() instanceof CardQuestion card
                ? Optional.of(new CardHolder(confirmation.subject(), card.birthDate()))
                : Optional.empty();
    }

    static Optional<CertificateKey> key(Confirmation confirmation) {
        return confirmation.question() instanceof CertificateQuestion question
                ? Optional.of(question.certificate())
                : Optional.empty();
    }

    /** @param holders every visible coverage of everybody who could be meant */
    static Found byCard(CardQuestion question, SubjectKey subject, List<Coverage> holders) {
        return Found.byCard(
                subject, VerdictRule.decide(question.card(), question.birthDate(), question.asOf(), holders));
    }

    private static Found byCertificate(Question question, Certificate certificate, List<Coverage> all) {
        return Found.byCertificate(certificate, VerdictRule.ofPerson(question.asOf(), all));
    }
}
