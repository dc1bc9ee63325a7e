package io.switchboard.core.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {
    private final PublicAddress configured = PublicAddress.of("https://help.example.org/");

    @Test
    void linksStandBelowTheConfiguredAddress() {
        assertThat(configured.resolve("/follow/abc")).hasToString("https://help.example.org/follow/abc");
        assertThat(configured.secure()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://help.example.org", "https://help.example.org:443", "https://help.example.org/a?b"})
    void itsOwnOriginIsKnownInEveryForm(String origin) {
        assertThat(configured.isOwn(origin)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://help.example.org",
                "https://help.example.org:8443",
                "https://help.example.org.evil.example",
                "https://evil.example/help.example.org",
                "https://help.example.org@evil.example",
                "null",
                "",
                "%%"
            })
    void anotherOriginIsForeign(String origin) {
        assertThat(configured.isOwn(origin)).isFalse();
    }

    @Test
    void noOriginIsForeign() {
        assertThat(configured.isOwn(null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "help.example.org",
                "ftp://help.example.org",
                "https://help.example.org/desk",
                "https://help.example.org?a",
                "https:///"
            })
    void whatIsNoWebAddressWithoutAPathIsRefused(String text) {
        assertThatThrownBy(() -> PublicAddress.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDeskWithoutAConfiguredAddressIsThisMachineByEachOfItsNames() {
        PublicAddress local = PublicAddress.local(false, "0.0.0.0", 8080);

        assertThat(local.uri()).hasToString("http://127.0.0.1:8080");
        assertThat(local.secure()).isFalse();
        assertThat(local.isOwn("http://localhost:8080")).isTrue();
        assertThat(local.isOwn("http://[::1]:8080")).isTrue();
        assertThat(local.isOwn("http://localhost")).isFalse();
        assertThat(PublicAddress.local(true, "::1", 8443).uri()).hasToString("https://[::1]:8443");
    }
}
