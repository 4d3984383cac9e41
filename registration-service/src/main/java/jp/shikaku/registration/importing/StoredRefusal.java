package jp.shikaku.registration.importing;

import java.util.List;

import jp.shikaku.registration.importing.file.RowFault;

/**
 * A row that was refused, or was taken in with notes.
 *
 * @param original as it stands in the file
 */
record StoredRefusal(long line, boolean refused, List<RowFault> faults, String original) {

    @Override
    public String toString() {
        return "StoredRefusal[line=" + line + "]";
    }
}
