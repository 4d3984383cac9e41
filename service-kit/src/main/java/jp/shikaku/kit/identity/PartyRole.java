package jp.shikaku.kit.identity;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import jp.shikaku.contracts.number.CorporateNumber;
import jp.shikaku.contracts.number.InstitutionCode;
import jp.shikaku.contracts.number.InsurerNumber;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.text.LocalizedText;

/** The people who sign in: the role of their token, the claim that says which party they are of, and what it is called. */
public enum PartyRole {
    INSTITUTION(
            Roles.INSTITUTION,
            "institution_code",
            new LocalizedText("医療機関・薬局", "Clinic or pharmacy"),
            new LocalizedText("医療機関コード（10桁）", "Institution code, 10 digits"),
            text -> InstitutionCode.of(text).value()),
    INSURER(
            Roles.INSURER,
            "insurer_number",
            new LocalizedText("保険者", "Insurer"),
            new LocalizedText("保険者番号（6桁か8桁）", "Insurer number, 6 or 8 digits"),
            text -> InsurerNumber.of(text).value()),
    EMPLOYER(
            Roles.EMPLOYER,
            "corporate_number",
            new LocalizedText("事業所", "Employer"),
            new LocalizedText("法人番号（13桁）", "Corporate number, 13 digits"),
            text -> CorporateNumber.of(text).value()),
    HOTLINE(
            Roles.HOTLINE,
            "agent_id",
            new LocalizedText("電話窓口", "Hotline agent"),
            new LocalizedText("担当者ID", "Agent id"),
            PartyRole::name),
    OPERATOR(
            Roles.OPERATOR,
            "operator_id",
            new LocalizedText("運用者", "Operator"),
            new LocalizedText("運用者ID", "Operator id"),
            PartyRole::name);

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private final String role;
    private final String claim;
    private final LocalizedText title;
    private final LocalizedText idTitle;
    private final UnaryOperator<String> check;

    PartyRole(String role, String claim, LocalizedText title, LocalizedText idTitle, UnaryOperator<String> check) {
        this.role = role;
        this.claim = claim;
        this.title = title;
        this.idTitle = idTitle;
        this.check = check;
    }

    /** The one whose {@link Roles role} is {@code role}; empty for that of a service, which is nobody's. */
    public static Optional<PartyRole> of(String role) {
        return Arrays.stream(values()).filter(party -> party.role.equals(role)).findFirst();
    }

    /** As {@link Roles} and tokens write it. */
    public String role() {
        return role;
    }

    /** The claim that holds the party's number or name. */
    public String claim() {
        return claim;
    }

    public LocalizedText title() {
        return title;
    }

    /** What its number or name is called. */
    public LocalizedText idTitle() {
        return idTitle;
    }

    /**
     * {@code id} as tokens carry it.
     *
     * @throws InvalidValueException when no party of this role can have it
     */
    public String checked(String id) {
        return check.apply(id.strip());
    }

    private static String name(String id) {
        if (!NAME.matcher(id).matches()) {
            throw new InvalidValueException(ValueFault.KEY_FORMAT);
        }
        return id;
    }
}
