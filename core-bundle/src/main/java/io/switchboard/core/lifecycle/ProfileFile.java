package io.switchboard.core.lifecycle;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.api.lifecycle.LifecycleProfile;
import io.switchboard.api.lifecycle.NextMove;
import io.switchboard.api.lifecycle.Stage;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.lifecycle.StatusCategory;
import io.switchboard.api.lifecycle.StatusDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A lifecycle profile as it is written down. */
record ProfileFile(String id, String name, List<Entry> statuses) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A status with those that may follow it. */
    record Entry(
            String id,
            String name,
            String stage,
            String nextMove,
            String category,
            Set<String> clocks,
            List<String> next) {
        StatusDefinition definition() {
            return new StatusDefinition(
                    new Status(id),
                    name,
                    Stage.of(stage, "stage"),
                    NextMove.of(nextMove, "nextMove"),
                    StatusCategory.of(category, "category"),
                    clocks);
        }
    }

    static LifecycleProfile bundled(String id) {
        try (InputStream file = Objects.requireNonNull(ProfileFile.class.getResourceAsStream(id + ".json"), id)) {
            return JSON.readValue(file, ProfileFile.class).profile();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("lifecycle profile " + id + " cannot be read", unreadable);
        }
    }

    LifecycleProfile profile() {
        Map<Status, List<Status>> edges = new LinkedHashMap<>();
        statuses.forEach(entry -> edges.put(
                new Status(entry.id()), entry.next().stream().map(Status::new).toList()));
        return new LifecycleProfile(
                id, name, statuses.stream().map(Entry::definition).toList(), edges);
    }
}
