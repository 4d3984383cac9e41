package jp.shikaku.registration.enrolment;

import jp.shikaku.contracts.number.InsurerNumber;

/** The key that an insurer gives to a record; another insurer may give the same to another. */
record RecordKey(InsurerNumber insurer, String value) {

    /** One text for both, by which it is locked. */
    String lock() {
        return insurer.value() + '/' + value;
    }
}
