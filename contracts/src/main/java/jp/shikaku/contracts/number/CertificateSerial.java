package jp.shikaku.contracts.number;

import java.util.Locale;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import jp.shikaku.contracts.problem.InvalidValueException;
import jp.shikaku.contracts.problem.ValueFault;

/**
 * Serial number of the certificate by which a person signs in with an individual-number card (利用者証明用電子証明書). It says
 * nothing about the person and is no individual number, but stands for the card, so that it is never printed.
 *
 * @param value 1 to 40 hexadecimal digits (20 octets, RFC 5280 4.1.2.2) in upper case, without leading zeros: readers write
 *     one number in several ways
 */
public record CertificateSerial(String value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9A-F]{1,40}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s:-]");
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=.)");

    /** @throws InvalidValueException {@link ValueFault#REQUIRED} for null, {@link ValueFault#CERTIFICATE_SERIAL_FORMAT} */
    public CertificateSerial {
        String digits = BETWEEN.matcher(WidthFolding.fold(value)).replaceAll("").toUpperCase(Locale.ROOT);
        value = LEADING_ZEROS.matcher(digits).replaceFirst("");
        if (!SHAPE.matcher(value).matches() || value.equals("0")) {
            throw new InvalidValueException(ValueFault.CERTIFICATE_SERIAL_FORMAT);
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CertificateSerial of(String text) {
        return new CertificateSerial(text);
    }

    @JsonValue
    @Override
    public String value() {
        return value;
    }

    @Override
    public String toString() {
        return "CertificateSerial[***]";
    }
}
