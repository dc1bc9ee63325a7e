package io.switchboard.directory.http;

import static io.switchboard.directory.http.CrmBench.ADA;
import static io.switchboard.directory.http.CrmBench.MAIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.plugin.PluginHealth.Grade;
import io.switchboard.testkit.data.Samples;
import io.switchboard.testkit.fake.MovableClock;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of questions that a CRM does not answer, or not as it should. */
class CrmTroubleTest {
    private final MovableClock clock = new MovableClock();

    @SuppressWarnings("NullAway.Init")
    private FakeCrm crm;

    @BeforeEach
    void startCrm() throws IOException {
        crm = new FakeCrm(ADA);
        crm.answer = MAIL + ", \"name\": \"Ada\", \"vip\": true}";
    }

    @AfterEach
    void stopCrm() {
        crm.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "500, status 500",
        "502, status 502",
        "400, status 400",
        "302, status 302",
        "401, see to 'secret'",
        "403, see to 'secret'",
        "429, will be asked again later",
        "503, will be asked again later"
    })
    void aCrmThatFailsIsNoCrmThatKnowsNobodyAndHealthNamesItUntilItAnswers(int status, String sentence) {
        HttpDirectory directory = directory(Map.of());
        crm.status = status;
        assertThatThrownBy(() -> directory.byEmail(ADA)).hasMessageContaining(sentence);
        assertThat(directory.check().message()).contains(sentence, "2026").doesNotContain(ADA);
        assertThat(directory.check().grade()).isEqualTo(Grade.RED);
        crm.status = 200;
        clock.move(Duration.ofSeconds(11));
        assertThat(directory.byEmail(ADA)).isPresent();
        assertThat(directory.check().grade()).isEqualTo(Grade.GREEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"120", "date"})
    void aCrmThatWantsToBeLeftAloneIsNotAskedUntilThen(String retryAfter) {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Samples.NOW.plusSeconds(120).atOffset(ZoneOffset.UTC));
        crm.headers.put("Retry-After", retryAfter.equals("date") ? date : retryAfter);
        crm.status = 503;
        HttpDirectory directory = directory(Map.of());
        assertThatThrownBy(() -> directory.byEmail(ADA)).hasMessageContaining("503");
        crm.status = 200;
        clock.move(Duration.ofSeconds(118));
        assertThatThrownBy(() -> directory.byEmail(ADA)).hasMessageContaining("left alone until");
        assertThat(crm.asked).hasSize(1);
        clock.move(Duration.ofSeconds(3));
        assertThat(directory.byEmail(ADA)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999999", "soon", "-5", "", "999999999"})
    void aWishToBeLeftAloneForeverIsNotFollowed(String retryAfter) {
        crm.headers.put("Retry-After", retryAfter);
        crm.status = 429;
        HttpDirectory directory = directory(Map.of());
        assertThatThrownBy(() -> directory.byEmail(ADA)).hasMessageContaining("429");
        crm.status = 200;
        clock.move(Duration.ofSeconds(3601));
        assertThat(directory.byEmail(ADA)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{\"email\": ", "{} trailing"})
    void whatIsNoJsonIsAFailure(String answer) {
        crm.answer = answer;
        assertThatThrownBy(() -> directory(Map.of()).byEmail(ADA)).hasMessageContaining("its answer is");
    }

    @Test
    void anAnswerThatIsTooLargeOrTooDeepIsNotRead() {
        HttpDirectory directory = directory(Map.of("maximumAnswer", 1));
        crm.answer = "[".repeat(200) + "]".repeat(200);
        assertThatThrownBy(() -> directory.byEmail(ADA)).hasMessageContaining("no JSON");
        crm.answer = MAIL + ", \"name\": \"" + "x".repeat(1024) + "\"}";
        assertThatThrownBy(() -> directory.byEmail(ADA)).hasMessageContaining("the 1 KiB of 'maximumAnswer'");
        assertThat(directory.check().message()).contains("'maximumAnswer'");
    }

    @Test
    void aCrmThatHangsOrIsAwayIsNamedInHealthWithoutTheCustomer() {
        CountDownLatch release = new CountDownLatch(1);
        crm.held = release;
        HttpDirectory directory = directory(Map.of("timeout", 100));
        assertThatThrownBy(() -> directory.byEmail(ADA)).hasMessageContaining("within the 100 ms of 'timeout'");
        release.countDown();
        crm.stop();
        HttpDirectory patient = directory(Map.of());
        assertThatThrownBy(() -> patient.byEmail(ADA)).hasMessageContaining("cannot be reached");
        assertThat(patient.check().message()).doesNotContain("ada");
    }

    @Test
    void whatTheGuardRefusesIsNamedInHealth() {
        HttpDirectory directory = new CrmBench(crm, clock).directory(Map.of(), request -> {
            throw new SwitchboardException(ErrorCode.POLICY_REFUSED, "It lies in an inner network");
        });
        assertThatThrownBy(() -> directory.byEmail(ADA)).isInstanceOf(IllegalStateException.class);
        assertThat(directory.check().message()).contains("inner network");
    }

    private HttpDirectory directory(Map<String, ?> changed) {
        return new CrmBench(crm, clock).directory(changed);
    }
}
