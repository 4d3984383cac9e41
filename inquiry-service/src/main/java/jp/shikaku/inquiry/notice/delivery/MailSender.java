package jp.shikaku.inquiry.notice.delivery;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.SMTPException;
import org.jboss.logging.Logger;

import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.inquiry.notice.WorkingDays;

/**
 * Sends what is in the outbox, a few at a time and never faster than the rate. Nobody waits for it: not the start, which
 * opens no connection, and no caller.
 */
@ApplicationScoped
class MailSender {

    private static final Logger LOG = Logger.getLogger(MailSender.class);
    private static final String SENT = "sent";
    private static final String FAILED = "failed";
    private static final String GIVEN_UP = "given_up";
    private static final int MAX_DOUBLINGS = 20;
    private static final List<String> OUTCOMES = List.of(SENT, FAILED, GIVEN_UP);

    /** What a server says of an address that it will never accept (RFC 5321). */
    private static final Set<Integer> NO_SUCH_ADDRESS = Set.of(550, 551, 553);

    private final MailOutbox outbox;
    private final ReactiveMailer mailer;
    private final LinkTokens links;
    private final WorkingDays workingDays;
    private final NoticeConfig config;
    private final Clock clock;
    private final Vertx vertx;
    private final MeterRegistry registry;

    private final AtomicBoolean claiming = new AtomicBoolean();
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile boolean stopped = true;
    private volatile long timer;

    MailSender(
            MailOutbox outbox,
            ReactiveMailer mailer,
            LinkTokens links,
            WorkingDays workingDays,
            NoticeConfig config,
            Clock clock,
            Vertx vertx,
            MeterRegistry registry) {
        this.outbox = outbox;
        this.mailer = mailer;
        this.links = links;
        this.workingDays = workingDays;
        this.config = config;
        this.clock = clock;
        this.vertx = vertx;
        this.registry = registry;
    }

    void start(@Observes StartupEvent event) {
        stopped = false;
        if (!configured()) {
            LOG.warn("notices wait: shikaku.notice.mail-from and shikaku.notice.public-url are not both set");
        }
        OUTCOMES.forEach(this::counter);
        timer = vertx.setPeriodic(config.poll().toMillis(), tick -> wake());
    }

    /** What is on its way is not waited for: its lease runs out, and it is sent again. */
    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        vertx.cancelTimer(timer);
    }

    /** Whether there is anything to send by. */
    boolean configured() {
        return config.mailFrom().isPresent() && config.publicUrl().isPresent();
    }

    /** There may be something to be sent. */
    void wake() {
        int free = config.atOnce() - underWay.get();
        if (stopped || free <= 0 || !configured() || !claiming.compareAndSet(false, true)) {
            return;
        }
        outbox.claim(free).subscribe().with(this::send, failure -> {
            LOG.debugf("notices rest: %s", failure.getClass().getName());
            claiming.set(false); // the next tick tries again
        });
    }

    private void send(List<QueuedMail> mails) {
        underWay.addAndGet(mails.size());
        claiming.set(false);
        mails.forEach(mail -> attempt(mail).subscribe().with(done -> cameBack(), failure -> {
            // Its lease runs out, and it is sent again.
            LOG.warnf(
                    "mail %s could not be marked: %s",
                    mail.id(), failure.getClass().getName());
            cameBack();
        }));
    }

    private void cameBack() {
        underWay.decrementAndGet();
        wake();
    }

    private Uni<Void> attempt(QueuedMail mail) {
        return Uni.createFrom()
                .deferred(() -> mailer.send(written(mail)))
                .ifNoItem()
                .after(config.timeout())
                .fail()
                .onItem()
                .transform(sent -> true)
                .onFailure()
                .recoverWithUni(failure -> failed(mail, failure).replaceWith(false))
                .flatMap(sent -> sent ? settled(mail) : Uni.createFrom().voidItem());
    }

    private Uni<Void> settled(QueuedMail mail) {
        count(SENT);
        return outbox.sent(mail, workingDays.after(JapanTime.today(clock), config.remindAfterWorkingDays()));
    }

    private Uni<Void> failed(QueuedMail mail, Throwable failure) {
        String reason = reason(failure);
        boolean forGood = failure instanceof SMTPException refused && NO_SUCH_ADDRESS.contains(refused.getReplyCode());
        return outbox.failed(mail, reason, pause(mail.attempts()), forGood)
                .invoke(dead -> {
                    count(dead ? GIVEN_UP : FAILED);
                    LOG.warnf("mail %s was not taken: %s%s", mail.id(), reason, dead ? "; given up" : "");
                })
                .replaceWithVoid();
    }

    private Mail written(QueuedMail mail) {
        URI link = config.publicUrl().orElseThrow();
        String base = link.toString().replaceFirst("/+$", "");
        NoticeMail words =
                new NoticeMail(mail, URI.create(base + "/notice-acknowledgements/" + links.token(mail.recipient())));
        String from = config.mailFrom().orElseThrow();
        return Mail.withText(mail.email(), words.subject(), words.text())
                .setFrom(from)
                // The same at every attempt: who gets it twice can tell.
                .addHeader("Message-ID", "<" + mail.id() + "@" + from.substring(from.indexOf('@') + 1) + ">")
                .addHeader("Auto-Submitted", "auto-generated")
                .addHeader("Content-Language", mail.language().getLanguage());
    }

    private Duration pause(int attempts) {
        Duration doubled = config.firstBackOff().multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), MAX_DOUBLINGS));
        return doubled.compareTo(config.longestBackOff()) > 0 ? config.longestBackOff() : doubled;
    }

    /** Never the words of the server: they may quote the address. */
    private static String reason(Throwable failure) {
        if (failure instanceof SMTPException refused) {
            return "smtp-" + refused.getReplyCode();
        }
        if (failure instanceof TimeoutException || failure instanceof io.smallrye.mutiny.TimeoutException) {
            return "timeout";
        }
        return failure instanceof java.io.IOException
                ? "connection"
                : failure.getClass().getSimpleName();
    }

    private void count(String outcome) {
        counter(outcome).increment();
    }

    private Counter counter(String outcome) {
        return registry.counter("shikaku.notice.mails", "outcome", outcome);
    }
}
