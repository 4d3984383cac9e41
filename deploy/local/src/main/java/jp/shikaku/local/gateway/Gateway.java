package jp.shikaku.local.gateway;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import jp.shikaku.contracts.oqs.OqsExchange;
import jp.shikaku.contracts.oqs.OqsFault;
import jp.shikaku.contracts.oqs.OqsLimits;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.local.problem.LocalException;

/** Answers what is dropped into a folder: each request once, whatever happens in between. */
public final class Gateway implements AutoCloseable {

    /** So that one slow answer does not hold up the desk. */
    private static final int AT_ONCE = 4;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration TIDY_EVERY = Duration.ofSeconds(5);

    private final GatewaySettings settings;
    private final OqsService service;
    private final OwnAnswer ownAnswer;
    private final Journal journal;
    private final Arrivals arrivals;
    private final PrintStream console;
    private final Clock clock;
    private final ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE, Gateway::daemon);
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Queue<Claim> failed = new ConcurrentLinkedQueue<>();
    private final CountDownLatch stopped = new CountDownLatch(1);

    /**
     * @param server address of the eligibility service
     * @param token who signs in, asked for each time
     * @param console gets a line for each request
     * @throws LocalException when the folders cannot be used, or another gateway uses them
     */
    public Gateway(GatewaySettings settings, URI server, Supplier<String> token, PrintStream console, Clock clock) {
        this.settings = settings;
        this.service = new OqsService(server, token);
        this.ownAnswer = new OwnAnswer(settings.institutionCode(), clock);
        this.journal = Journal.open(settings.requests(), settings.answers(), settings.work());
        this.arrivals = new Arrivals(settings.requests(), settings.settle(), settings.incomplete());
        this.console = console;
        this.clock = clock;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "oqs-gateway");
        thread.setDaemon(true);
        return thread;
    }

    /** Goes on with what an earlier run left, then answers what arrives until {@link #stop}. */
    public void run() throws IOException, InterruptedException {
        resume();
        long tidied = System.nanoTime();
        try (FolderWatch watch = FolderWatch.of(settings.requests())) {
            while (stopped.getCount() > 0) {
                takeWhatIsWhole();
                if (System.nanoTime() - tidied >= TIDY_EVERY.toNanos()) {
                    takeUpWhatFailed();
                    journal.forget(settings.keep());
                    tidied = System.nanoTime();
                }
                watch.await(arrivals.isWaiting() ? settings.settle() : settings.poll());
            }
        }
    }

    /** Goes on with what an earlier run left, answers what is there, and returns when nothing is left. */
    public void runOnce() throws IOException, InterruptedException {
        resume();
        takeWhatIsWhole();
        while (arrivals.isWaiting() && !stopped.await(settings.settle().toMillis(), TimeUnit.MILLISECONDS)) {
            takeWhatIsWhole();
        }
        free.acquire(AT_ONCE);
        free.release(AT_ONCE);
    }

    private void resume() throws IOException, InterruptedException {
        for (Claim claim : journal.undelivered()) {
            goOn(claim);
        }
        for (Claim claim : journal.interrupted()) {
            goOn(claim);
        }
    }

    private void takeUpWhatFailed() throws InterruptedException {
        for (Claim claim = failed.poll(); claim != null; claim = failed.poll()) {
            goOn(claim);
        }
    }

    private void goOn(Claim claim) throws InterruptedException {
        say(claim, "is taken up again");
        free.acquire();
        work(claim);
    }

    private void takeWhatIsWhole() throws IOException, InterruptedException {
        for (Path file : arrivals.whole()) {
            free.acquire(); // no more is taken out of the folder than can be worked on
            Optional<Claim> claim = journal.claim(file);
            if (claim.isPresent()) {
                work(claim.get());
            } else {
                free.release();
            }
        }
    }

    /** Releases what was acquired for it. */
    private void work(Claim claim) {
        workers.execute(() -> {
            try {
                if (journal.isAnswered(claim)) {
                    journal.finish(claim, answerFile(claim));
                } else {
                    answer(claim);
                }
            } catch (IOException e) {
                say(claim, "cannot be answered yet: " + e.getMessage());
                failed.add(claim);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // stays claimed, and is taken up at the next start
            } finally {
                free.release();
            }
        });
    }

    private void answer(Claim claim) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Path request = journal.claimed(claim);
        Path draft = journal.draft(claim);
        Optional<OqsExchange> exchange = OqsExchange.ofRequestFile(claim.name());
        if (exchange.isEmpty()) {
            ownAnswer.write(request, OqsFault.FILE_NAME, draft);
        } else if (Files.size(request) > OqsLimits.of(exchange.get()).bytes()) {
            ownAnswer.write(request, OqsFault.TOO_LARGE, draft);
        } else {
            ask(exchange.get(), claim, request, draft);
        }
        String summary = AnswerSummary.of(draft);
        journal.deliver(claim, answerFile(claim));
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        say(claim, "→ " + answerFile(claim) + "  " + summary + "  (" + took.toMillis() + " ms)");
    }

    /** Asks until there is an answer, or no use in asking on. */
    private void ask(OqsExchange exchange, Claim claim, Path request, Path draft)
            throws IOException, InterruptedException {
        String key = claim.idempotencyKey(request);
        long giveUp = System.nanoTime() + settings.giveUp().toNanos();
        Duration pause = FIRST_PAUSE;
        while (true) {
            OqsService.Reply reply = service.send(exchange, request, key, draft);
            if (reply instanceof OqsService.Reply.Answered) {
                return;
            }
            if (reply instanceof OqsService.Reply.Refused refused) {
                ownAnswer.write(request, refused.fault(), draft);
                return;
            }
            if (System.nanoTime() + pause.toNanos() > giveUp) {
                giveUp((OqsService.Reply.Later) reply, request, draft);
                return;
            }
            if (stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new InterruptedException();
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    private void giveUp(OqsService.Reply.Later reply, Path request, Path draft) throws IOException {
        if (!reply.answered()) {
            ownAnswer.write(request, reply.fault(), draft);
        }
    }

    /** Under the name of the request with the answer's prefix; what is no request of a known kind gets it all the same. */
    private static String answerFile(Claim claim) {
        return OqsExchange.ofRequestFile(claim.name())
                .map(exchange -> exchange.answerFile(claim.name()))
                .orElseGet(() ->
                        claim.name().contains("req") ? claim.name().replaceFirst("req", "res") : "res_" + claim.name());
    }

    private void say(Claim claim, String what) {
        LocalTime now = LocalTime.ofInstant(clock.instant(), JapanTime.ZONE).truncatedTo(ChronoUnit.SECONDS);
        console.println(now.format(DateTimeFormatter.ISO_LOCAL_TIME) + "  " + claim.name() + "  " + what);
    }

    /** Takes nothing more. What is being asked stays taken. */
    public void stop() {
        stopped.countDown();
    }

    @Override
    public void close() throws IOException {
        stop();
        workers.shutdown();
        try {
            workers.awaitTermination(settings.giveUp().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        workers.shutdownNow();
        journal.close();
    }
}
