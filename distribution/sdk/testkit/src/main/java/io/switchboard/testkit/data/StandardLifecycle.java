package io.switchboard.testkit.data;

import static io.switchboard.api.lifecycle.Status.ARCHIVED;
import static io.switchboard.api.lifecycle.Status.ASSIGNED;
import static io.switchboard.api.lifecycle.Status.CLOSED;
import static io.switchboard.api.lifecycle.Status.IN_PROGRESS;
import static io.switchboard.api.lifecycle.Status.NEW;
import static io.switchboard.api.lifecycle.Status.REOPENED;
import static io.switchboard.api.lifecycle.Status.RESOLVED;
import static io.switchboard.api.lifecycle.Status.WAITING_FOR_CUSTOMER;
import static io.switchboard.api.lifecycle.Status.WAITING_FOR_THIRD_PARTY;

import io.switchboard.api.lifecycle.LifecycleProfile;
import io.switchboard.api.lifecycle.NextMove;
import io.switchboard.api.lifecycle.Stage;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.lifecycle.StatusCategory;
import io.switchboard.api.lifecycle.StatusDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The lifecycle profile {@code standard}, as a new desk has it. */
public final class StandardLifecycle {
    private static final Set<String> ALL_CLOCKS = Set.of("first_response", "next_response", "resolution");

    /** The profile. */
    public static final LifecycleProfile PROFILE = new LifecycleProfile(
            "standard",
            "Standard",
            List.of(
                    define(NEW, "New", Stage.INTAKE, NextMove.SYSTEM, StatusCategory.INITIAL, ALL_CLOCKS),
                    define(ASSIGNED, "Assigned", Stage.ASSIGNMENT, NextMove.AGENT, StatusCategory.ACTIVE, ALL_CLOCKS),
                    define(
                            IN_PROGRESS,
                            "In Progress",
                            Stage.WORKING,
                            NextMove.AGENT,
                            StatusCategory.ACTIVE,
                            ALL_CLOCKS),
                    define(
                            WAITING_FOR_CUSTOMER,
                            "Waiting for Customer",
                            Stage.WORKING,
                            NextMove.CUSTOMER,
                            StatusCategory.WAITING,
                            Set.of()),
                    define(
                            WAITING_FOR_THIRD_PARTY,
                            "Waiting for Third-Party",
                            Stage.WORKING,
                            NextMove.THIRD_PARTY,
                            StatusCategory.WAITING,
                            Set.of("resolution")),
                    define(RESOLVED, "Resolved", Stage.RESOLUTION, NextMove.CUSTOMER, StatusCategory.DONE, Set.of()),
                    define(CLOSED, "Closed", Stage.RESOLUTION, NextMove.SYSTEM, StatusCategory.DONE, Set.of()),
                    define(REOPENED, "Reopened", Stage.WORKING, NextMove.AGENT, StatusCategory.ACTIVE, ALL_CLOCKS),
                    define(ARCHIVED, "Archived", Stage.RESOLUTION, NextMove.SYSTEM, StatusCategory.DONE, Set.of())),
            Map.of(
                    NEW, List.of(ASSIGNED),
                    ASSIGNED, List.of(NEW, IN_PROGRESS, WAITING_FOR_CUSTOMER, WAITING_FOR_THIRD_PARTY, RESOLVED),
                    IN_PROGRESS, List.of(ASSIGNED, WAITING_FOR_CUSTOMER, WAITING_FOR_THIRD_PARTY, RESOLVED),
                    WAITING_FOR_CUSTOMER, List.of(ASSIGNED, IN_PROGRESS, RESOLVED, WAITING_FOR_THIRD_PARTY),
                    WAITING_FOR_THIRD_PARTY, List.of(ASSIGNED, IN_PROGRESS, RESOLVED, WAITING_FOR_CUSTOMER),
                    RESOLVED, List.of(CLOSED, REOPENED),
                    CLOSED, List.of(REOPENED, ARCHIVED),
                    REOPENED, List.of(ASSIGNED, IN_PROGRESS, WAITING_FOR_CUSTOMER, WAITING_FOR_THIRD_PARTY, RESOLVED)));

    private StandardLifecycle() {}

    private static StatusDefinition define(
            Status status, String name, Stage stage, NextMove next, StatusCategory category, Set<String> clocks) {
        return new StatusDefinition(status, name, stage, next, category, clocks);
    }
}
