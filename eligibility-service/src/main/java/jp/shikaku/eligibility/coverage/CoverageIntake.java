package jp.shikaku.eligibility.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;

import jp.shikaku.contracts.card.InsuredCard;
import jp.shikaku.contracts.linkage.CoverageDelivery;
import jp.shikaku.contracts.linkage.CoverageOutcome;
import jp.shikaku.contracts.linkage.CoverageResult;
import jp.shikaku.contracts.problem.InvalidField;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.kit.problem.JsonFault;

/** Takes a batch in: what can be read and accepted is applied together, the rest is answered by name. */
@ApplicationScoped
public class CoverageIntake {

    private static final List<InvalidField> NOT_AN_ITEM = List.of(new InvalidField("", ValueFault.WRONG_TYPE));

    private final CoverageStore store;
    private final SubjectKeys subjectKeys;
    private final ObjectMapper json;

    CoverageIntake(CoverageStore store, SubjectKeys subjectKeys, ObjectMapper json) {
        this.store = store;
        this.subjectKeys = subjectKeys;
        this.json = json;
    }

    /** What became of each of {@code items}, in their order. */
    public Uni<List<CoverageResult>> apply(List<JsonNode> items) {
        CoverageResult[] results = new CoverageResult[items.size()];
        List<LinkedVersion> accepted = new ArrayList<>(items.size());
        List<Integer> places = new ArrayList<>(items.size());
        for (int i = 0; i < results.length; i++) {
            try {
                accepted.add(read(items.get(i)));
                places.add(i);
            } catch (ProblemException e) {
                results[i] = invalid(e.errors().isEmpty() ? NOT_AN_ITEM : e.errors());
            }
        }
        if (accepted.isEmpty()) {
            return Uni.createFrom().item(Arrays.asList(results));
        }
        return store.apply(accepted).map(outcomes -> {
            for (int i = 0; i < outcomes.size(); i++) {
                results[places.get(i)] = new CoverageResult(outcomes.get(i), List.of());
            }
            return Arrays.asList(results);
        });
    }

    private LinkedVersion read(JsonNode item) {
        CoverageDelivery delivery = parse(item);
        ValueReader reader = new ValueReader();
        if (delivery.enrolmentId() == null) {
            reader.refuse("/enrolmentId", ValueFault.REQUIRED);
        }
        if (delivery.version() < 1) {
            reader.refuse("/version", ValueFault.UNKNOWN_CODE);
        }
        if (delivery.content() == null) {
            reader.refuse("/content", ValueFault.REQUIRED);
        }
        reader.refuseIfAnyInvalid();
        InsuredCard card = checked(delivery);
        return LinkedVersion.of(delivery.enrolmentId(), delivery.version(), delivery.content(), subjectKeys.of(card));
    }

    private CoverageDelivery parse(JsonNode item) {
        if (item == null || !item.isObject()) {
            throw new ProblemException(ProblemType.VALUES_INVALID, NOT_AN_ITEM);
        }
        try {
            return json.treeToValue(item, CoverageDelivery.class);
        } catch (JsonProcessingException e) {
            throw JsonFault.of(e);
        }
    }

    private static InsuredCard checked(CoverageDelivery delivery) {
        try {
            return CoverageCheck.check(new ValueReader(), delivery.content());
        } catch (ProblemException e) {
            throw new ProblemException(
                    e.type(),
                    e.errors().stream()
                            .map(field -> new InvalidField("/content" + field.pointer(), field.fault()))
                            .toList());
        }
    }

    private static CoverageResult invalid(List<InvalidField> fields) {
        return new CoverageResult(
                CoverageOutcome.INVALID,
                fields.stream()
                        .map(field -> new CoverageResult.Fault(
                                field.pointer(), field.fault().code()))
                        .toList());
    }
}
