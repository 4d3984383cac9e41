package jp.shikaku.contracts.resident;

/**
 * One person of the resident register, as loaded for a system that has no line to the real one. Texts as in the file.
 *
 * @param sex 1 male, 2 female
 */
public record ResidentEntry(
        String individualNumber, String name, String nameKana, String birthDate, String sex, String address) {

    /** Leaves everything out that identifies the person, wherever it is printed (R5). */
    @Override
    public String toString() {
        return "ResidentEntry[]";
    }
}
