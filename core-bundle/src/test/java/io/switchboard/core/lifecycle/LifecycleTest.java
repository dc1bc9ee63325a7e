package io.switchboard.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.lifecycle.LifecycleProfile;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.ticket.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** ST1, ST4 and ST5: the lifecycle profiles, edge by edge, against the table that was agreed on. */
class LifecycleTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final Map<String, Map<String, Set<String>>> AGREED = Map.of(
            "standard",
            Map.of(
                    "new", Set.of("assigned"),
                    "assigned",
                            Set.of("new", "in_progress", "waiting_for_customer", "waiting_for_third_party", "resolved"),
                    "in_progress", Set.of("assigned", "waiting_for_customer", "waiting_for_third_party", "resolved"),
                    "waiting_for_customer", Set.of("assigned", "in_progress", "resolved", "waiting_for_third_party"),
                    "waiting_for_third_party", Set.of("assigned", "in_progress", "resolved", "waiting_for_customer"),
                    "resolved", Set.of("closed", "reopened"),
                    "closed", Set.of("reopened", "archived"),
                    "reopened",
                            Set.of(
                                    "assigned",
                                    "in_progress",
                                    "waiting_for_customer",
                                    "waiting_for_third_party",
                                    "resolved"),
                    "archived", Set.of()),
            "simple",
            Map.of(
                    "new", Set.of("open"),
                    "open", Set.of("answered", "resolved"),
                    "answered", Set.of("open", "resolved"),
                    "resolved", Set.of("open", "archived"),
                    "archived", Set.of()));

    private final Lifecycle lifecycle = new Lifecycle();

    static Stream<Arguments> pairs() {
        return AGREED.entrySet().stream()
                .flatMap(profile -> profile.getValue().keySet().stream()
                        .flatMap(from -> profile.getValue().keySet().stream()
                                .map(to -> Arguments.of(
                                        profile.getKey(),
                                        from,
                                        to,
                                        profile.getValue().get(from).contains(to)))));
    }

    @ParameterizedTest(name = "{0}: {1} to {2} is legal: {3}")
    @MethodSource("pairs")
    void aTicketGoesWhereAnEdgeLeadsAndNowhereElse(String profile, String from, String to, boolean legal) {
        Progress standing = standing(profile, from);
        if (legal) {
            assertThat(lifecycle.move(standing, new Status(to), NOW).status()).isEqualTo(new Status(to));
        } else {
            assertThatThrownBy(() -> lifecycle.move(standing, new Status(to), NOW))
                    .isInstanceOfSatisfying(SwitchboardException.class, refusal -> {
                        assertThat(refusal.code()).isEqualTo(ErrorCode.ILLEGAL_TRANSITION);
                        assertThat(refusal.details().get("legal"))
                                .asInstanceOf(InstanceOfAssertFactories.LIST)
                                .containsExactlyInAnyOrderElementsOf(
                                        AGREED.get(profile).get(from));
                    });
        }
    }

    @Test
    void aReopenedTicketCountsItsReopenings() {
        Progress reopened = lifecycle.move(standing("standard", "closed"), Status.REOPENED, NOW);

        assertThat(reopened.reopenings()).isEqualTo(1);
    }

    @Test
    void aCustomersAnswerBringsAWaitingTicketBackToWork() {
        assertThat(lifecycle.onAnswer(standing("standard", "waiting_for_customer")))
                .contains(Status.IN_PROGRESS);
        assertThat(lifecycle.onAnswer(standing("simple", "answered"))).contains(Status.OPEN);
        assertThat(lifecycle.onAnswer(standing("standard", "waiting_for_third_party")))
                .isEmpty();
    }

    @Test
    void aDoneTicketCanBeOpenedAgainUntilItIsArchived() {
        assertThat(lifecycle.onReopening(standing("standard", "resolved"))).contains(Status.REOPENED);
        assertThat(lifecycle.onReopening(standing("simple", "resolved"))).contains(Status.OPEN);
        assertThat(lifecycle.onReopening(standing("standard", "archived"))).isEmpty();
    }

    @Test
    void aProfileWithAnUnreachableStatusIsRefused() {
        LifecycleProfile standard = lifecycle.find("standard").orElseThrow();

        assertThatThrownBy(() -> new LifecycleProfile("broken", "Broken", standard.statuses(), Map.of()))
                .hasMessageContaining("cannot be reached");
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void theDiagramInTheDocumentationIsTheOneOfTheProfile(LifecycleProfile profile) throws IOException {
        Path page = Path.of("../distribution/docs/lifecycle.md");

        assertThat(Files.readString(page))
                .as("run the generator: print LifecycleDiagram.of(%s) into %s", profile.id(), page)
                .contains("```mermaid\n" + LifecycleDiagram.of(profile) + "```");
    }

    static List<LifecycleProfile> profiles() {
        return new Lifecycle().profiles();
    }

    private Progress standing(String profile, String status) {
        Progress begin = lifecycle.begin(profile, NOW);
        return new Progress(
                profile,
                new Status(status),
                begin.stage(),
                begin.nextMove(),
                begin.disposition(),
                begin.triage(),
                null,
                NOW,
                0);
    }
}
