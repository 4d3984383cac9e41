package jp.shikaku.kit.identity;

/** The roles of a token ({@code groups}), each with the claim that says who it is. */
public final class Roles {

    public static final String EMPLOYER = "employer";
    public static final String INSURER = "insurer";
    public static final String INSTITUTION = "institution";
    public static final String HOTLINE = "hotline";
    public static final String OPERATOR = "operator";
    public static final String SERVICE = "service";

    /** Whoever says whose an individual-number card's certificate is (公的個人認証サービス, by way of its feed), and nothing else. */
    public static final String CERTIFIER = "certifier";

    private Roles() {}
}
