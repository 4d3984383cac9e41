package jp.shikaku.registration.resident;

import io.smallrye.mutiny.Uni;

import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.registration.check.RegisterAnswer;

/** The resident register (住民基本台帳) that records are compared with. */
public interface ResidentRegister {

    /** What is known of the person; never {@code NotAsked}. Fails when the register cannot be reached. */
    Uni<RegisterAnswer> find(PersonKey person);
}
