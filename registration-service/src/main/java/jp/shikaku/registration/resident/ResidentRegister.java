package jp.shikaku.registration.resident;

import java.util.List;
import java.util.Map;

import io.smallrye.mutiny.Uni;

import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.registration.check.RegisterAnswer;

/** The resident register (住民基本台帳) that records are compared with. */
public interface ResidentRegister {

    /**
     * What is known of each person: {@code Found} or {@code Unknown}, for every question. Fails with
     * {@link RegisterUnavailableException} when the register cannot be asked.
     */
    Uni<Map<PersonKey, RegisterAnswer>> findAll(List<RegisterQuestion> questions);
}
