package jp.shikaku.registration.deadline;

import jp.shikaku.contracts.deadline.DeadlineClock;
import jp.shikaku.contracts.number.CorporateNumber;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.kit.identity.Caller;
import jp.shikaku.kit.identity.Roles;

/** Who asks, and so what can be seen (R7). */
sealed interface Asker {

    /** Its own reports, both clocks; nothing of what the insurer makes of them. */
    record Employer(CorporateNumber number) implements Asker {}

    /** What was filed with it; when employers file is between them and the operator. */
    record Insurer(InsurerNumber number) implements Asker {}

    /** Everything, without what one party wrote for the other. */
    record Operator() implements Asker {}

    /** The widest role of a caller. */
    static Asker of(Caller caller) {
        if (caller.hasRole(Roles.OPERATOR)) {
            return new Operator();
        }
        return caller.hasRole(Roles.INSURER) ? new Insurer(caller.insurer()) : new Employer(caller.employer());
    }

    default DeadlineClock ownClock() {
        return this instanceof Employer ? DeadlineClock.EMPLOYER : DeadlineClock.INSURER;
    }

    default boolean seesClock(DeadlineClock clock) {
        return !(this instanceof Insurer) || clock == DeadlineClock.INSURER;
    }

    default boolean seesDoubts() {
        return !(this instanceof Employer);
    }

    default boolean seesReferences() {
        return !(this instanceof Operator);
    }
}
