package io.switchboard.intake.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.ticket.Level;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.testkit.fake.InMemoryDesk;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlertmanagerWebhookTest {
    private static final String SECRET = "a secret of some length";

    private final InMemoryDesk desk = new InMemoryDesk();
    private final AlertmanagerWebhook webhook = new AlertmanagerWebhook(desk, new Settings(SECRET));

    private void send(Map<String, Object> group) {
        String pair = Base64.getEncoder().encodeToString(("alertmanager:" + SECRET).getBytes(StandardCharsets.UTF_8));
        webhook.take("Basic " + pair, group);
    }

    private static Map<String, Object> group(String key, Object... alerts) {
        return Map.of(
                "version",
                "4",
                "groupKey",
                key,
                "commonLabels",
                Map.of("alertname", "DiskFull", "severity", "critical"),
                "commonAnnotations",
                Map.of("summary", "A disk is full"),
                "alerts",
                List.of(alerts),
                "somethingNew",
                1);
    }

    private static Map<String, Object> alert(String fingerprint, String status) {
        return Map.of(
                "status",
                status,
                "fingerprint",
                fingerprint,
                "startsAt",
                "2026-03-01T08:00:00Z",
                "labels",
                Map.of("alertname", "DiskFull", "instance", fingerprint),
                "annotations",
                Map.of("summary", "The disk of " + fingerprint + " is full"));
    }

    private Ticket only() {
        assertThat(desk.tickets()).hasSize(1);
        return desk.tickets().get(0);
    }

    private int messages() {
        return desk.thread(only().id(), 100).size();
    }

    @Test
    void aGroupThatFiresOpensATicket() {
        send(group("disks", alert("a", "firing")));

        assertThat(only().subject()).isEqualTo("DiskFull: A disk is full");
        assertThat(only().channel()).isEqualTo("monitoring");
        assertThat(only().classification().impact()).isEqualTo(Level.HIGH);
    }

    @Test
    void theSameDeliveryAgainChangesNothing() {
        send(group("disks", alert("a", "firing")));
        int before = messages();
        send(group("disks", alert("a", "firing")));

        assertThat(messages()).isEqualTo(before);
    }

    @Test
    void anotherAlertOfTheGroupIsNoted() {
        send(group("disks", alert("a", "firing")));
        int before = messages();
        send(group("disks", alert("a", "firing"), alert("b", "firing")));

        assertThat(messages()).isEqualTo(before + 1);
    }

    @Test
    void anotherGroupHasATicketOfItsOwn() {
        send(group("disks", alert("a", "firing")));
        send(group("memory", alert("a", "firing")));

        assertThat(desk.tickets()).hasSize(2);
    }

    @Test
    void whenTheAlertsEndTheTicketIsResolvedAndWhenTheyComeBackReopened() {
        send(group("disks", alert("a", "firing")));
        send(group("disks", alert("a", "resolved")));
        assertThat(only().progress().status()).isEqualTo(Status.RESOLVED);
        assertThat(only().resolution()).isNotNull();

        send(group("disks", alert("b", "firing")));
        assertThat(only().progress().status()).isEqualTo(Status.REOPENED);
    }

    @Test
    void aTicketThatAPersonResolvedIsNotReopenedByARepetition() {
        send(group("disks", alert("a", "firing")));
        desk.transition(only().id(), Status.ASSIGNED, null, null);
        desk.transition(only().id(), Status.RESOLVED, null, null);
        send(group("disks", alert("a", "firing")));

        assertThat(only().progress().status()).isEqualTo(Status.RESOLVED);
    }

    @Test
    void afterTheTicketWasArchivedTheGroupHasANewOne() {
        send(group("disks", alert("a", "firing")));
        send(group("disks", alert("a", "resolved")));
        desk.transition(only().id(), Status.CLOSED, null, null);
        desk.transition(only().id(), Status.ARCHIVED, null, null);
        send(group("disks", alert("b", "firing")));
        send(group("disks", alert("b", "firing")));

        assertThat(desk.tickets()).hasSize(2);
    }

    @Test
    void aGroupThatEndsWithoutHavingBegunIsNothing() {
        send(group("disks", alert("a", "resolved")));

        assertThat(desk.tickets()).isEmpty();
    }

    @Test
    void theSecretIsTakenAsABearerTokenToo() {
        webhook.take("Bearer " + SECRET, group("disks", alert("a", "firing")));
        webhook.take("bearer  " + SECRET + " ", group("memory", alert("b", "firing")));

        assertThat(desk.tickets()).hasSize(2);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "Basic",
                "Basic ",
                "Basic YTpi",
                "Basic !",
                "Bearer",
                "Bearer another secret of some length",
                "Digest a"
            })
    void whoDoesNotKnowTheSecretIsRefused(@Nullable String authorization) {
        refuses(webhook, authorization, ErrorCode.SIGN_IN_REQUIRED);
    }

    @Test
    void withoutASecretNobodyIsTaken() {
        refuses(new AlertmanagerWebhook(desk, new Settings("")), "Basic Og==", ErrorCode.SIGN_IN_REQUIRED);
    }

    @Test
    void aBodyWithoutAGroupIsRefused() {
        assertThatThrownBy(() -> send(Map.of("alerts", List.of())))
                .isInstanceOfSatisfying(
                        SwitchboardException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_FIELD));
        assertThatThrownBy(() -> send(group("disks", "no alert"))).isInstanceOf(SwitchboardException.class);
    }

    private void refuses(AlertmanagerWebhook refusing, @Nullable String authorization, ErrorCode code) {
        assertThatThrownBy(() -> refusing.take(authorization, group("disks", alert("a", "firing"))))
                .isInstanceOfSatisfying(
                        SwitchboardException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
        assertThat(desk.tickets()).isEmpty();
    }

    private record Settings(String secret) implements MonitoringSettings {
        @Override
        public String requester() {
            return "monitoring@example.org";
        }

        @Override
        public String[] high() {
            return new String[] {"critical"};
        }

        @Override
        public String[] medium() {
            return new String[] {"warning"};
        }

        @Override
        public String category() {
            return "";
        }

        @Override
        public boolean resolve() {
            return true;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return MonitoringSettings.class;
        }
    }
}
