package io.switchboard.core.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessLogTest {
    @ParameterizedTest
    @CsvSource({
        "/follow/s3cret, /follow/...",
        "/follow/s3cret/answer, /follow/.../answer",
        "/api/v1/survey/s3cret, /api/v1/survey/...",
        "/api/v1/verification/s3cret, /api/v1/verification/...",
        "/api/v1/invitations/s3cret, /api/v1/invitations/...",
        "/api/v1/password-reset/s3cret, /api/v1/password-reset/...",
        "/x/some-plugin/confirm/0123456789abcdefghijABCDEFGHIJ0123456789_-z, /x/some-plugin/confirm/...",
        "/api/v1/tickets/01a213e5-923d-7f21-966c-3d562fd53271, /api/v1/tickets/01a213e5-923d-7f21-966c-3d562fd53271",
    })
    void tokensInPathsAreLeftOut(String path, String shown) {
        assertThat(AccessLog.masked(path, null)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "token=s3cret, /p?token=...",
        "a=1&access_token=s3cret&b=2, /p?a=1&access_token=...&b=2",
        "password=s3cret, /p?password=...",
        "Code=s3cret&q=printer, /p?Code=...&q=printer",
    })
    void secretsInQueriesAreLeftOut(String query, String shown) {
        assertThat(AccessLog.masked("/p", query)).isEqualTo(shown);
    }

    @Test
    void nothingCanPretendToBeAnotherLine() {
        assertThat(AccessLog.masked("/a\nb\"c", "d=\r\ne")).isEqualTo("/a?b?c?d=??e");
    }
}
