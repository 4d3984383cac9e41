package jp.shikaku.registration.hold;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;

import jp.shikaku.contracts.hold.HoldDecision;
import jp.shikaku.contracts.hold.HoldDecisionsRequest;
import jp.shikaku.contracts.hold.HoldReason;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.kit.request.PageRequest;

/** Decisions on many holds, in the order in which they were sent. */
record DecisionList(Map<UUID, Decision> byHold) {

    private static final int MOST = 10_000;
    /** After so many items with a fault in one of them nobody wants to read of the rest. */
    private static final int ITEMS_A_LOOK = 100;

    /** @throws jp.shikaku.contracts.problem.ProblemException naming the values that cannot be accepted */
    static DecisionList read(HoldDecisionsRequest request) {
        List<HoldDecisionsRequest.Item> items = request.holds() == null ? List.of() : request.holds();
        if (items.size() > MOST) {
            throw ProblemType.BODY_TOO_LARGE.exception();
        }
        ValueReader reader = new ValueReader();
        if (items.isEmpty()) {
            reader.refuse("/holds", ValueFault.REQUIRED);
        }
        var kind = new Given<>(
                reader, "/decision", request.decision(), (at, text) -> reader.optional(at, text, HoldDecision::of));
        var code = new Given<>(
                reader, "/reasonCode", request.reasonCode(), (at, text) -> reader.optional(at, text, HoldReason::of));
        var reason = new Given<>(
                reader, "/reason", request.reason(), (at, text) -> reader.optionalText(at, text, Decision.MAX_REASON));
        Map<UUID, Decision> byHold = new LinkedHashMap<>();
        for (int i = 0; i < items.size() && (i % ITEMS_A_LOOK != 0 || i == 0 || reader.allValid()); i++) {
            HoldDecisionsRequest.Item item = items.get(i);
            String pointer = "/holds/" + i;
            if (item == null) {
                reader.refuse(pointer, ValueFault.REQUIRED);
                continue;
            }
            UUID hold = reader.required(pointer + "/holdId", item.holdId(), PageRequest::uuid);
            Decision decision = new Decision(
                    kind.of(pointer, item.decision()),
                    code.of(pointer, item.reasonCode()),
                    reason.of(pointer, item.reason()));
            if (hold != null && byHold.put(hold, decision) != null) {
                reader.refuse(pointer + "/holdId", ValueFault.DUPLICATE);
            }
        }
        kind.refuseIfMissed();
        code.refuseIfMissed();
        reason.refuseIfMissed();
        reader.refuseIfAnyInvalid();
        return new DecisionList(byHold);
    }

    /** The same decisions in parts of at most {@code size}. */
    List<Map<UUID, Decision>> parts(int size) {
        List<Map<UUID, Decision>> parts = new ArrayList<>();
        byHold.forEach((hold, decision) -> {
            if (parts.isEmpty() || parts.get(parts.size() - 1).size() == size) {
                parts.add(new LinkedHashMap<>());
            }
            parts.get(parts.size() - 1).put(hold, decision);
        });
        return parts;
    }

    /** The same for the same decisions in the same order, and short. */
    String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byHold.forEach((hold, decision) -> digest.update(
                    (hold + " " + decision.kind() + " " + decision.reasonCode() + " " + decision.reason() + "\n")
                            .getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** A value that is given once for all, or with each. */
    private static final class Given<T> {

        private final ValueReader reader;
        private final String name;
        private final BiFunction<String, String, T> read;
        private final boolean forAll;
        private final T common;
        private boolean missed;

        private Given(ValueReader reader, String name, String text, BiFunction<String, String, T> read) {
            this.reader = reader;
            this.name = name;
            this.read = read;
            this.forAll = text != null && !text.isBlank();
            this.common = read.apply(name, text);
        }

        private T of(String pointer, String own) {
            if (own != null && !own.isBlank()) {
                return read.apply(pointer + name, own);
            }
            missed |= !forAll;
            return common;
        }

        private void refuseIfMissed() {
            if (missed) {
                reader.refuse(name, ValueFault.REQUIRED);
            }
        }
    }
}
