package jp.shikaku.inquiry.content;

/**
 * Something wrong in a content file, for whoever edits it.
 *
 * @param file path below the resources
 * @param field where in the file, as a path of field names; empty when the whole file is meant
 * @param message what is wrong
 */
public record ContentFault(String file, String field, String message) {

    @Override
    public String toString() {
        return field.isEmpty() ? file + ": " + message : file + " (" + field + "): " + message;
    }
}
