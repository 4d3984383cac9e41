package jp.shikaku.registration.resident;

import jp.shikaku.contracts.person.PersonKey;
import jp.shikaku.registration.individual.FiveItems;

/** One person of the resident register. */
record Resident(PersonKey person, FiveItems items) {}
