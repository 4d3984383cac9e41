package jp.shikaku.registration.enrolment;

import jp.shikaku.contracts.person.Sex;

/**
 * What a record says of a person beside the five items; each {@code null} when not entered.
 *
 * @param nameOther 通称名 or another name that the card shows
 * @param sexOnCard 性別2: what the card shows where it is not the legal sex
 * @param postalCode seven digits
 */
record PersonDetails(String nameOther, String nameOtherKana, Sex sexOnCard, String postalCode) {

    /** Names nobody, wherever it is printed (R1). */
    @Override
    public String toString() {
        return "PersonDetails[]";
    }
}
