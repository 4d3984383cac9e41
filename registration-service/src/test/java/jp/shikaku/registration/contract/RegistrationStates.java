package jp.shikaku.registration.contract;

import java.time.Duration;
import java.util.Base64;
import java.util.Map;

import jp.shikaku.contracts.card.InsuredCard;
import jp.shikaku.contracts.number.IndividualNumber;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.contracts.person.SubjectKey;
import jp.shikaku.kit.testing.ServiceEnvironment;
import jp.shikaku.kit.testing.contract.ProviderStates;
import jp.shikaku.registration.world.Citizen;
import jp.shikaku.registration.world.Days;
import jp.shikaku.registration.world.Desk;

import static org.awaitility.Awaitility.await;

/** What inquiry starts from when it asks registration. */
public final class RegistrationStates implements ProviderStates {

    private static final Duration LINKED_WITHIN = Duration.ofSeconds(10);

    @Override
    public Map<String, Object> arrange(String state, Map<String, Object> parameters) {
        Citizen hanako = Citizen.hanako();
        Desk.knowResident(hanako);
        return switch (state) {
            case "a person has lost her coverage, and nothing was reported since" -> lost(hanako);
            case "an employer has reported a person whom no insurer has enrolled" -> reported(hanako);
            case "an enrolment is held" -> held(hanako);
            case "nothing is known of a card" -> Map.of("subjectKey", subjectKey(hanako));
            default -> throw new IllegalArgumentException(state);
        };
    }

    private static Map<String, Object> lost(Citizen hanako) {
        Map<String, Object> enrolment = hanako.enrolment(Days.ago(400));
        enrolment.put("lost", Days.ago(2));
        enrolment.put("lossReason", "99");
        String id = Desk.enrol(enrolment).then().statusCode(201).extract().path("id");
        await().atMost(LINKED_WITHIN).until(() -> Desk.stateOf(id).equals("LINKED"));
        return Map.of("personKey", personKey(hanako));
    }

    private static Map<String, Object> reported(Citizen hanako) {
        Desk.file(hanako.report(Desk.INSURER, Days.ago(2))).then().statusCode(201);
        return Map.of("personKey", personKey(hanako));
    }

    private static Map<String, Object> held(Citizen hanako) {
        Map<String, Object> wrong = hanako.enrolment(Days.ago(2));
        wrong.put("birthDate", "1991-01-15");
        Desk.enrol(wrong).then().statusCode(201);
        return Map.of("subjectKey", subjectKey(hanako));
    }

    private static String personKey(Citizen citizen) {
        return PersonKey.of(IndividualNumber.of(citizen.individualNumber()), secret("person"))
                .value();
    }

    /** Computed as eligibility does, from what is printed on the card. */
    private static String subjectKey(Citizen citizen) {
        Map<String, Object> card = citizen.enrolment(Days.today());
        InsuredCard printed = InsuredCard.of(
                InsurerNumber.of(Desk.INSURER), (String) card.get("symbol"), (String) card.get("number"), null);
        return SubjectKey.of(printed, secret("subject")).value();
    }

    private static byte[] secret(String name) {
        return Base64.getDecoder().decode(ServiceEnvironment.secret(name));
    }
}
