package jp.shikaku.registration.importing.file;

/**
 * One thing that is wrong with one row, or worth a look.
 *
 * @param refused whether the row was refused; otherwise it was taken, and this is a note
 */
public record RefusedValue(long line, boolean refused, RowFault fault, String original) {

    @Override
    public String toString() {
        return "RefusedValue[line=" + line + ", code=" + fault.code() + "]";
    }
}
