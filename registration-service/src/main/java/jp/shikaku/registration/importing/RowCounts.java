package jp.shikaku.registration.importing;

/** What became of rows. */
record RowCounts(long accepted, long unchanged, long held, long refused, long noted) {

    static final RowCounts NONE = new RowCounts(0, 0, 0, 0, 0);

    long rows() {
        return accepted + unchanged + held + refused;
    }
}
