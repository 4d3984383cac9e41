package jp.shikaku.eligibility.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AddressRuleTest {

    private final AddressRule rule = new AddressRule(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "192.0.0.8",
                "198.18.0.1",
                "203.0.113.7",
                "224.0.0.1",
                "255.255.255.255",
                "2130706433", // 127.0.0.1 as one number
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:7f00:1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::a00:1",
                "2002:7f00:1::",
                "2001:0:7f00:1::",
                "2001:db8::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
            })
    void nothingIsSentIntoThisNetwork(String address) throws UnknownHostException {
        assertThat(rule.allows(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "::ffff:8.8.8.8",
                "2400:4050::1",
                "2606:4700::1111"
            })
    void publicAddressesAreSentTo(String address) throws UnknownHostException {
        assertThat(rule.allows(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void networksThatAreConfiguredAreSentToAndTheirNeighboursAreNot() throws UnknownHostException {
        AddressRule closedNetwork = new AddressRule(List.of(Network.of("10.1.2.0/23"), Network.of("fd00:1::/64")));

        assertThat(closedNetwork.allows(InetAddress.getByName("10.1.3.255"))).isTrue();
        assertThat(closedNetwork.allows(InetAddress.getByName("fd00:1::9"))).isTrue();
        assertThat(closedNetwork.allows(InetAddress.getByName("10.1.4.0"))).isFalse();
        assertThat(closedNetwork.allows(InetAddress.getByName("fd00:1:0:1::9"))).isFalse();
        assertThat(closedNetwork.allows(InetAddress.getByName("127.0.0.1"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0", "10.0.0.0/33", "fc00::/129", "localhost/8", "10.0.0.0/8/8", ""})
    void whatIsNoNetworkIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Network.of(text));
    }
}
