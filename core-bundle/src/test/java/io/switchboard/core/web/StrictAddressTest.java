package io.switchboard.core.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/v1/tickets/SB-1042",
                "/api/v1/tickets/",
                "/x/a.b-c/..d",
                "/a/.well-known",
                "/caf%C3%A9",
                "/a%20b",
                "/a~b!c,d"
            })
    void anOrdinaryPathIsTaken(String path) {
        assertThat(StrictAddress.faultOf(path, null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "api",
                "*",
                "//api",
                "/api//v1",
                "/api/./v1",
                "/api/../v1",
                "/api/..",
                "/api/.",
                "/api;x=1/v1",
                "/api\\v1",
                "/api/%2e%2e/v1",
                "/api/%2E/v1",
                "/api%2fv1",
                "/api%2Fv1",
                "/api%5cv1",
                "/api%3bv1",
                "/api%00",
                "/api%0a",
                "/api%7F",
                "/api%",
                "/api%2",
                "/api\u0001",
                "/api\u007f"
            })
    void aPathThatTwoProgramsCouldReadInTwoWaysIsRefused(String path) {
        assertThat(StrictAddress.faultOf(path, null)).isNotNull();
    }

    @Test
    void noPathIsRefused() {
        assertThat(StrictAddress.faultOf(null, null)).isNotNull();
    }

    @Test
    void aQueryMayHaveWhatAPathMayNot() {
        assertThat(StrictAddress.faultOf("/", "q=a//b;c/../%2e%2f\\")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=\u0001", "q=\u007f", "q=a%00"})
    void aQueryWithAControlCharacterIsRefused(String query) {
        assertThat(StrictAddress.faultOf("/", query)).isNotNull();
    }

    @Test
    void aQueryOfEightKibibytesIsTakenAndOneMoreCharacterIsNot() {
        assertThat(StrictAddress.faultOf("/", "q".repeat(8 * 1024))).isNull();
        assertThat(StrictAddress.faultOf("/", "q".repeat(8 * 1024 + 1))).contains("longer");
    }
}
