package io.switchboard.core.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final byte[] KEY = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void codesAreThoseOfRfc6238(long seconds, String code) {
        assertThat(Totp.code(KEY, seconds / 30, 8)).isEqualTo(code);
    }

    @Test
    void aCodeIsTakenInItsStepAndTheOneBesideIt() {
        Instant now = Instant.ofEpochSecond(1_234_567_890);
        long step = 1_234_567_890 / 30;
        assertThat(Totp.stepOf(Totp.code(KEY, step - 1, 6), KEY, now)).hasValue(step - 1);
        assertThat(Totp.stepOf(Totp.code(KEY, step, 6), KEY, now)).hasValue(step);
        assertThat(Totp.stepOf(Totp.code(KEY, step + 1, 6), KEY, now)).hasValue(step + 1);
        assertThat(Totp.stepOf(Totp.code(KEY, step - 2, 6), KEY, now)).isEmpty();
        assertThat(Totp.stepOf(Totp.code(KEY, step + 2, 6), KEY, now)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'',''", "f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "fooba,MZXW6YTB", "foobar,MZXW6YTBOI"})
    void secretsAreWrittenAsInRfc4648(String text, String base32) {
        assertThat(Totp.base32(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(base32);
    }
}
