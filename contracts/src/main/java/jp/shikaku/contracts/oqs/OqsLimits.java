package jp.shikaku.contracts.oqs;

/**
 * How much of a document is read at most.
 *
 * @param bytes of the whole document
 * @param cards asked about in it
 */
public record OqsLimits(long bytes, int cards) {

    /** Elements within elements; documents of this kind have four levels. */
    static final int DEPTH = 8;

    /** Characters of one value. */
    static final int TEXT = 1024;

    /** Elements for each card, and besides the cards. */
    static final int ELEMENTS = 100;

    private static final long SINGLE_BYTES = 64L * 1024;
    private static final long BULK_BYTES = 16L * 1024 * 1024;
    private static final int BULK_CARDS = 10_000;

    /** For documents about one card, and for those that only name a reception number: 64 KiB. */
    public static OqsLimits single() {
        return new OqsLimits(SINGLE_BYTES, 1);
    }

    /** For bulk inquiries: 16 MiB, 10,000 cards. */
    public static OqsLimits bulk() {
        return new OqsLimits(BULK_BYTES, BULK_CARDS);
    }

    public static OqsLimits of(OqsExchange exchange) {
        return exchange == OqsExchange.BULK_UPLOAD ? bulk() : single();
    }
}
