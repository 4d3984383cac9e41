package jp.shikaku.registration.individual;

import java.time.LocalDate;

import jp.shikaku.contracts.person.Sex;
import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;
import jp.shikaku.contracts.problem.ValueReader;
import jp.shikaku.contracts.text.WireDate;

/** The five items as a request writes them. */
public record FiveItemTexts(String name, String nameKana, String birthDate, String sex, String address) {

    private static final int MAX_NAME = 100;
    private static final int MAX_ADDRESS = 200;

    /**
     * Reads all five, noting in {@code reader} what cannot be accepted.
     *
     * @param prefix JSON pointer of the object that has them; empty for the body itself
     * @param today nobody is born later
     */
    public FiveItems read(ValueReader reader, String prefix, LocalDate today) {
        String readName = reader.requiredText(prefix + "/name", name, MAX_NAME);
        String readKana = reader.requiredText(prefix + "/nameKana", nameKana, MAX_NAME);
        LocalDate born = reader.required(prefix + "/birthDate", birthDate, WireDate::parse);
        Sex readSex = reader.required(prefix + "/sex", sex, FiveItemTexts::sex);
        String readAddress = reader.requiredText(prefix + "/address", address, MAX_ADDRESS);
        if (born != null && born.isAfter(today)) {
            reader.refuse(prefix + "/birthDate", ValueFault.DATE_IN_FUTURE);
        }
        return new FiveItems(readName, readKana, born, readSex, readAddress);
    }

    /** As {@link #read}, but what is missing is read as {@code null} and refused by nobody. */
    public FiveItems readGiven(ValueReader reader, String prefix, LocalDate today) {
        String readName = reader.optionalText(prefix + "/name", name, MAX_NAME);
        String readKana = reader.optionalText(prefix + "/nameKana", nameKana, MAX_NAME);
        LocalDate born = reader.optional(prefix + "/birthDate", birthDate, WireDate::parse);
        Sex readSex = reader.optional(prefix + "/sex", sex, FiveItemTexts::sex);
        String readAddress = reader.optionalText(prefix + "/address", address, MAX_ADDRESS);
        if (born != null && born.isAfter(today)) {
            reader.refuse(prefix + "/birthDate", ValueFault.DATE_IN_FUTURE);
        }
        return new FiveItems(readName, readKana, born, readSex, readAddress);
    }

    /** 未設定 exists on cards that hide the legal sex, not in what an insurer or employer reports. */
    private static Sex sex(String code) {
        Sex sex = Sex.ofCode(code);
        if (sex == Sex.NOT_SET) {
            throw new InvalidValueException(ValueFault.UNKNOWN_CODE);
        }
        return sex;
    }

    /** Names nobody, wherever it is printed (R1). */
    @Override
    public String toString() {
        return "FiveItemTexts[]";
    }
}
