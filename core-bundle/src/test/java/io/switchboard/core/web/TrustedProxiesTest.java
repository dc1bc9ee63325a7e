package io.switchboard.core.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
    private final TrustedProxies proxies = TrustedProxies.of("10.0.0.7, 192.168.0.0/20,::1 , 2001:db8::/33");

    @Test
    void whatAStrangerSaysOfItsClientIsNotBelieved() {
        assertThat(proxies.client("203.0.113.5", "198.51.100.1")).isEqualTo("203.0.113.5");
        assertThat(TrustedProxies.of("").client("127.0.0.1", "198.51.100.1")).isEqualTo("127.0.0.1");
    }

    @Test
    void theClientIsTheLastAddressThatIsNoTrustedProxy() {
        assertThat(proxies.client("10.0.0.7", "6.6.6.6, 198.51.100.1, 192.168.3.4"))
                .isEqualTo("198.51.100.1");
    }

    @Test
    void aTrustedProxyWithoutTheHeaderIsItselfTheClient() {
        assertThat(proxies.client("10.0.0.7", null)).isEqualTo("10.0.0.7");
    }

    @Test
    void aChainOfTrustedProxiesOnlyHasTheFirstAsItsClient() {
        assertThat(proxies.client("10.0.0.7", "192.168.0.1, 192.168.0.2")).isEqualTo("192.168.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "evil.example.org", "", "1.2.3.4:80", "'); drop", "[::1]"})
    void whatIsNoAddressEndsTheChain(String hop) {
        assertThat(proxies.client("10.0.0.7", "198.51.100.1, " + hop)).isEqualTo("10.0.0.7");
    }

    @Test
    void aNetworkEndsWithItsBits() {
        assertThat(proxies.trusts("192.168.15.255")).isTrue();
        assertThat(proxies.trusts("192.168.16.0")).isFalse();
        assertThat(proxies.trusts("2001:db8:7fff::1")).isTrue();
        assertThat(proxies.trusts("2001:db8:8000::1")).isFalse();
        assertThat(proxies.trusts("::1")).isTrue();
        assertThat(proxies.trusts("::2")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example.org", "10.0.0.0/33", "10.0.0.0/-1", "::1/129", "10.0.0.0/x"})
    void whatIsNeitherAddressNorNetworkIsRefused(String text) {
        assertThatThrownBy(() -> TrustedProxies.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
