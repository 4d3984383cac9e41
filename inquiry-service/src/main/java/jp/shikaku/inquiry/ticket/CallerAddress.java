package jp.shikaku.inquiry.ticket;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Where a call comes from, as far as limits tell callers apart: of IPv6 the network of 64 bits, since one household has
 * all of it. {@link #toString()} hides it.
 *
 * @param value never stored and never logged
 */
public record CallerAddress(String value) {

    private static final int NETWORK_BYTES = 8;

    /** @param address as a number; {@code null} where it is not known */
    public static CallerAddress of(String address) {
        if (address == null || address.isBlank()) {
            return new CallerAddress("unknown");
        }
        return new CallerAddress(address.indexOf(':') < 0 ? address : network(address));
    }

    private static String network(String address) {
        try {
            InetAddress parsed = InetAddress.getByName(address.replaceFirst("%.*", ""));
            return parsed instanceof Inet6Address
                    ? Arrays.toString(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES))
                    : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }

    @Override
    public String toString() {
        return "CallerAddress[not shown]";
    }
}
