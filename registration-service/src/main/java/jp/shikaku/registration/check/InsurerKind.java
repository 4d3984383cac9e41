package jp.shikaku.registration.check;

import jp.shikaku.contracts.number.InsurerNumber;

/** Whom an insurer insures, by its law number (法別番号). */
public enum InsurerKind {
    /** 国民健康保険: who lives there or belongs to the trade. There are no dependants by law, a baby is a member. */
    NATIONAL_HEALTH,
    /** 健康保険・船員保険・共済: who works, and their families. */
    EMPLOYEE,
    /** 後期高齢者医療: who is 75, or 65 with a disability. There are no dependants. */
    ELDERLY;

    private static final String ELDERLY_LAW = "39";

    public static InsurerKind of(InsurerNumber insurer) {
        if (insurer.isNationalHealthInsurance()) {
            return NATIONAL_HEALTH;
        }
        return insurer.lawNumber().filter(ELDERLY_LAW::equals).isPresent() ? ELDERLY : EMPLOYEE;
    }
}
