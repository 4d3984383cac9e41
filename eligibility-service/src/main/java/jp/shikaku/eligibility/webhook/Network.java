package jp.shikaku.eligibility.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * A range of addresses.
 *
 * @param first any address of it
 * @param bits how many bits they have in common: 0 to 32, or to 128
 */
record Network(InetAddress first, int bits) {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-fA-F:.]+/[0-9]{1,3}");

    Network {
        if (bits > first.getAddress().length * Byte.SIZE) {
            throw new IllegalArgumentException("a network has at most as many bits as an address");
        }
    }

    /**
     * @param text as {@code 10.0.0.0/8} or {@code fc00::/7}
     * @throws IllegalArgumentException for anything else
     */
    static Network of(String text) {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("not a network: " + text);
        }
        String[] parts = text.split("/");
        try {
            return new Network(InetAddress.getByName(parts[0]), Integer.parseInt(parts[1]));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not a network: " + text, e);
        }
    }

    boolean contains(InetAddress address) {
        byte[] mine = first.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        int whole = bits / Byte.SIZE;
        for (int i = 0; i < whole; i++) {
            if (mine[i] != other[i]) {
                return false;
            }
        }
        int rest = bits % Byte.SIZE;
        return rest == 0 || ((mine[whole] ^ other[whole]) & 0xff) >>> (Byte.SIZE - rest) == 0;
    }
}
