package io.switchboard.core.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachableAddressesTest {
    private static boolean mayReach(String list, String address) throws UnknownHostException {
        return ReachableAddresses.with(list).mayReach(InetAddress.getByName(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "93.184.216.34", "2606:4700:4700::1111", "172.32.0.1", "100.128.0.1"})
    void thePublicNetworkMayBeReached(String address) throws UnknownHostException {
        assertThat(mayReach("", address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "10.1.2.3",
                "169.254.169.254",
                "172.31.255.255",
                "192.168.1.1",
                "100.64.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "::ffff:127.0.0.1",
                "fd00::1",
                "fe80::1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::"
            })
    void whatIsInsideMayNot(String address) throws UnknownHostException {
        assertThat(mayReach("", address)).isFalse();
    }

    @Test
    void whatAnAdministratorOpensMay() throws UnknownHostException {
        assertThat(mayReach("10.1.0.0/16, fd00::/8", "10.1.2.3")).isTrue();
        assertThat(mayReach("10.1.0.0/16, fd00::/8", "fd00::1")).isTrue();
        assertThat(mayReach("10.1.0.0/16, fd00::/8", "10.2.0.1")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.org", "10.0.0.0/33", "10.0.0.0/x"})
    void aListThatIsNoneIsRefused(String list) {
        assertThatThrownBy(() -> ReachableAddresses.with(list)).isInstanceOf(IllegalArgumentException.class);
    }
}
