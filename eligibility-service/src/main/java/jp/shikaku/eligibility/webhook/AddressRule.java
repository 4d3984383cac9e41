package jp.shikaku.eligibility.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Which addresses a message may be sent to: public ones, so that nobody reaches through this service into the network it
 * runs in. The ranges are those that IANA lists as not globally reachable, and those that carry an IPv4 address inside.
 */
final class AddressRule {

    private static final List<Network> NOT_PUBLIC_V4 = networks(
            "0.0.0.0/8", // this network
            "10.0.0.0/8",
            "100.64.0.0/10", // behind the provider's translation
            "127.0.0.0/8",
            "169.254.0.0/16", // link-local, and where clouds keep their metadata
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    private static final Network PUBLIC_V6 = Network.of("2000::/3");

    private static final List<Network> NOT_PUBLIC_V6 = networks(
            "2001::/23", // protocol assignments; Teredo, which carries IPv4
            "2001:db8::/32",
            "2002::/16", // 6to4, which carries IPv4
            "3fff::/20");

    private final List<Network> allowed;

    /** @param allowed what may be sent to all the same */
    AddressRule(List<Network> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    /** An IPv4 address that is written as an IPv6 one is an IPv4 address: Java reads it as such. */
    boolean allows(InetAddress address) {
        return isPublic(address) || isIn(allowed, address);
    }

    private static boolean isPublic(InetAddress address) {
        return address instanceof Inet4Address
                ? !isIn(NOT_PUBLIC_V4, address)
                : PUBLIC_V6.contains(address) && !isIn(NOT_PUBLIC_V6, address);
    }

    private static boolean isIn(List<Network> networks, InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    private static List<Network> networks(String... texts) {
        return List.of(texts).stream().map(Network::of).toList();
    }
}
