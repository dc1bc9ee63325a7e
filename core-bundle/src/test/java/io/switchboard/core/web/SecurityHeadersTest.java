package io.switchboard.core.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;

class SecurityHeadersTest {
    private final HttpFields.Mutable headers = HttpFields.build();

    @Test
    void anAnswerAllowsABrowserNothingByItself() {
        new SecurityHeaders(false).addTo(headers);

        assertThat(headers.get("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'none'");
        assertThat(headers.get("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.get("X-Frame-Options")).isEqualTo("DENY");
        assertThat(headers.get("Referrer-Policy")).isEqualTo("same-origin");
    }

    @Test
    void onlyADeskOverTlsAsksForTlsFromNowOn() {
        new SecurityHeaders(false).addTo(headers);
        assertThat(headers.get("Strict-Transport-Security")).isNull();

        new SecurityHeaders(true).addTo(headers);
        assertThat(headers.get("Strict-Transport-Security")).startsWith("max-age=");
    }

    @Test
    void addingThemTwiceSaysThemOnce() {
        new SecurityHeaders(true).addTo(headers);
        int once = headers.size();

        new SecurityHeaders(true).addTo(headers);

        assertThat(headers.size()).isEqualTo(once);
    }
}
