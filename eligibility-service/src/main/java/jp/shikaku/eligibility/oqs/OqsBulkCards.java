package jp.shikaku.eligibility.oqs;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import jp.shikaku.contracts.oqs.OqsFault;
import jp.shikaku.contracts.problem.ProblemException;
import jp.shikaku.contracts.problem.ProblemType;
import jp.shikaku.contracts.time.JapanTime;
import jp.shikaku.eligibility.audit.Looker;
import jp.shikaku.eligibility.confirmation.Confirmations;
import jp.shikaku.eligibility.confirmation.Submission;

/** Asks about the cards of a bulk inquiry, each as if the institution had asked at the desk. */
@ApplicationScoped
class OqsBulkCards {

    private final Confirmations confirmations;
    private final OqsBulkConfig config;

    OqsBulkCards(Confirmations confirmations, OqsBulkConfig config) {
        this.confirmations = confirmations;
        this.config = config;
    }

    /** Never fails: what cannot be determined is tried again, up to a point. */
    Uni<OqsBulk.Outcome> ask(OqsBulk bulk, OqsBulk.Open open) {
        OqsQuestion read =
                OqsQuestion.of(open.card(), bulk.asOf(), open.card().identifier(), JapanTime.dateOf(bulk.receivedAt()));
        if (read instanceof OqsQuestion.Refused refused) {
            return Uni.createFrom().item(new OqsBulk.Outcome.Refused(open.place(), refused.faults()));
        }
        OqsQuestion.Asked asked = (OqsQuestion.Asked) read;
        return confirmations
                .confirm(bulk.institution(), asked.question(), submission(bulk, open, asked), looker(bulk))
                .<OqsBulk.Outcome>map(
                        answer -> new OqsBulk.Outcome.Confirmed(open.place(), answer.confirmationNumber()))
                .onFailure(ProblemException.class)
                .recoverWithItem(failure -> again(open, failure));
    }

    /** The same however often a card is taken up: it is asked about once. */
    private static Submission submission(OqsBulk bulk, OqsBulk.Open open, OqsQuestion.Asked asked) {
        return Submission.of("oqs-" + bulk.receptionNumber() + "-" + open.place(), asked.request());
    }

    static Looker looker(OqsBulk bulk) {
        return Looker.institution(bulk.institution(), bulk.requestId().toString());
    }

    private OqsBulk.Outcome again(OqsBulk.Open open, ProblemException problem) {
        boolean passes = problem.type() == ProblemType.UNDETERMINED;
        return passes && open.attempts() + 1 < config.attempts()
                ? new OqsBulk.Outcome.Undetermined(open.place())
                : new OqsBulk.Outcome.Refused(open.place(), List.of(OqsFault.CARD_UNDETERMINED));
    }
}
