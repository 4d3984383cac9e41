package jp.shikaku.local.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jp.shikaku.contracts.number.CorporateNumber;
import jp.shikaku.contracts.number.InstitutionCode;
import jp.shikaku.contracts.number.InsurerNumber;

/** Who may sign in, and the claim of a token that says which one of them it is. */
public enum Role {
    /** 事業所, by its 法人番号. */
    EMPLOYER("corporate_number", text -> CorporateNumber.of(text).value()),
    /** 保険者, by its 保険者番号. */
    INSURER("insurer_number", text -> InsurerNumber.of(text).value()),
    /** 医療機関・薬局, by its 医療機関コード. */
    INSTITUTION("institution_code", text -> InstitutionCode.of(text).value()),
    /** A member of the hotline's staff. */
    HOTLINE("agent_id", Role::name),
    /** Whoever runs the system. */
    OPERATOR("operator_id", Role::name),
    /** One service calling another. */
    SERVICE("service_name", Role::name),
    /** Whoever says whose an individual-number card's certificate is. */
    CERTIFIER("certifier_id", Role::name);

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private final String claim;
    private final UnaryOperator<String> check;

    Role(String claim, UnaryOperator<String> check) {
        this.claim = claim;
        this.check = check;
    }

    /** The role as tokens and the command line write it, such as {@code institution}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String claim() {
        return claim;
    }

    public static Optional<Role> ofWireName(String text) {
        return Stream.of(values()).filter(role -> role.wireName().equals(text)).findFirst();
    }

    /**
     * The id in the form that tokens carry.
     *
     * @throws jp.shikaku.contracts.problem.InvalidValueException when an employer, insurer or institution cannot have
     *     this number
     * @throws IllegalArgumentException when the id of any other role is not 1 to 64 letters, digits, dots, dashes or
     *     underscores
     */
    String checked(String id) {
        return check.apply(id);
    }

    /** A name that can stand in a token. */
    static String name(String id) {
        if (!NAME.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "A name in a token has 1 to 64 letters, digits, dots, dashes or underscores.");
        }
        return id;
    }
}
