package jp.shikaku.local.population;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import jp.shikaku.local.http.Answer;
import jp.shikaku.local.http.Endpoints;
import jp.shikaku.local.http.Parties;
import jp.shikaku.local.http.Party;
import jp.shikaku.local.identity.Role;

/**
 * Loads lines over HTTP as the party whose business each is: the operator makes insurers and employers known and loads
 * the resident register, each insurer enrols its own. A line loaded before changes nothing: its content is its
 * idempotency key. A refused line stops nothing.
 */
public final class Loader {

    private static final String OPERATOR = "loader";
    private static final int RESIDENTS_AT_ONCE = 500;
    private static final int ENROLMENTS_AT_ONCE = 16;

    private final Parties parties;
    private final Endpoints endpoints;
    private final LongConsumer progress;
    private final Result result = new Result();
    private final Semaphore free = new Semaphore(ENROLMENTS_AT_ONCE);
    private final ArrayNode residents = JsonNodeFactory.instance.arrayNode();
    private long lineNumber;
    private long residentsFrom;

    /** @param progress told the number of lines that are done */
    public Loader(Parties parties, Endpoints endpoints, LongConsumer progress) {
        this.parties = parties;
        this.endpoints = endpoints;
        this.progress = progress;
    }

    /** Loads every line, in order as far as it matters. */
    public Result load(Stream<ObjectNode> lines) {
        lines.forEachOrdered(this::take);
        storeResidents();
        free.acquireUninterruptibly(ENROLMENTS_AT_ONCE);
        return result;
    }

    private void take(ObjectNode line) {
        lineNumber++;
        String kind = line.path("kind").asText();
        ObjectNode content = line.deepCopy();
        content.remove("kind");
        if (!kind.equals("resident")) {
            storeResidents();
        }
        switch (kind) {
            case "insurer" -> register(lineNumber, kind, content);
            case "employer" -> register(lineNumber, kind, content);
            case "resident" -> addResident(content);
            case "enrolment" -> enrol(lineNumber, content);
            default -> result.refused(lineNumber, "kind-unknown");
        }
    }

    private void register(long number, String kind, ObjectNode content) {
        String party = content.path("number").asText("none").strip();
        var address = kind.equals("insurer") ? endpoints.insurer(party) : endpoints.employer(party);
        content.remove("number");
        done(number, kind, operator().put(address, content));
    }

    private void addResident(ObjectNode content) {
        if (residents.isEmpty()) {
            residentsFrom = lineNumber;
        }
        residents.add(content);
        if (residents.size() == RESIDENTS_AT_ONCE) {
            storeResidents();
        }
    }

    private void storeResidents() {
        if (residents.isEmpty()) {
            return;
        }
        Answer answer = operator().post(endpoints.residents(), residents);
        if (answer.ok()) {
            result.loaded("resident", residents.size());
        } else {
            // All or none: the first pointer says which line of the batch it was.
            String pointer = answer.text("/errors/0/pointer");
            long offset = pointer.matches("/\\d+.*") ? Long.parseLong(pointer.split("/")[1]) : 0;
            result.refused(residentsFrom + offset, reason(answer));
        }
        progress.accept(residents.size());
        residents.removeAll();
    }

    private void enrol(long number, ObjectNode content) {
        String insurer = content.path("insurerNumber").asText();
        content.remove("insurerNumber");
        Party party;
        try {
            party = parties.of(Role.INSURER, insurer);
        } catch (IllegalArgumentException e) {
            result.refused(number, "insurer-number");
            return;
        }
        String key = UUID.nameUUIDFromBytes((insurer + content).getBytes(StandardCharsets.UTF_8))
                .toString();
        free.acquireUninterruptibly();
        CompletableFuture<Answer> sent = party.postAsync(endpoints.enrolments(), content, key);
        sent.whenComplete((answer, failure) -> {
            try {
                if (failure != null) {
                    result.refused(number, "not-sent");
                    progress.accept(1);
                } else {
                    String kind = "enrolment " + answer.text("/state").toLowerCase(Locale.ROOT);
                    done(number, kind, answer);
                }
            } finally {
                free.release();
            }
        });
    }

    private void done(long number, String kind, Answer answer) {
        if (answer.ok()) {
            result.loaded(kind, 1);
        } else {
            result.refused(number, reason(answer));
        }
        progress.accept(1);
    }

    private static String reason(Answer answer) {
        String field = answer.text("/errors/0/code");
        return field.isEmpty()
                ? answer.status() + " " + answer.text("/code")
                : answer.text("/errors/0/pointer") + " " + field;
    }

    private Party operator() {
        return parties.of(Role.OPERATOR, OPERATOR);
    }

    /** What became of the lines. */
    public static final class Result {

        private static final int REASONS_KEPT = 20;

        private final Map<String, Long> counts = new TreeMap<>();
        private final List<String> refusals = new ArrayList<>();
        private long refused;

        private synchronized void loaded(String kind, long number) {
            counts.merge(kind, number, Long::sum);
        }

        private synchronized void refused(long line, String reason) {
            refused++;
            if (refusals.size() < REASONS_KEPT) {
                refusals.add("line " + line + ": " + reason);
            }
        }

        /** How many lines of each kind were loaded; enrolments by their state. */
        public synchronized Map<String, Long> counts() {
            return Map.copyOf(counts);
        }

        public synchronized long refused() {
            return refused;
        }

        /** The first refused lines and why. */
        public synchronized List<String> refusals() {
            return List.copyOf(refusals);
        }
    }
}
