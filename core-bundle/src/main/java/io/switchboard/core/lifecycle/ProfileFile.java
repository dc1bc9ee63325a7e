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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * A lifecycle profile as it is written down. Whether it is a valid one shows when it is read with {@link #profile}.
 *
 * @param statuses in the order of display, the initial one first
 */
public record ProfileFile(String id, String name, List<Entry> statuses) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Keeps a copy. */
    public ProfileFile {
        statuses = List.copyOf(statuses);
    }

    /**
     * A status with those that may follow it.
     *
     * @param next their ids in the order of display
     */
    public record Entry(
            String id,
            String name,
            String stage,
            String nextMove,
            String category,
            Set<String> clocks,
            List<String> next) {
        /** Keeps copies. */
        public Entry {
            clocks = Collections.unmodifiableSet(new TreeSet<>(clocks));
            next = List.copyOf(next);
        }

        private static Entry of(LifecycleProfile profile, StatusDefinition definition) {
            return new Entry(
                    definition.status().id(),
                    definition.name(),
                    definition.stage().id(),
                    definition.nextMove().id(),
                    definition.category().id(),
                    definition.runningClocks(),
                    profile.next(definition.status()).stream().map(Status::id).toList());
        }

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

    /** Writes a profile down. */
    public static ProfileFile of(LifecycleProfile profile) {
        return new ProfileFile(
                profile.id(),
                profile.name(),
                profile.statuses().stream()
                        .map(definition -> Entry.of(profile, definition))
                        .toList());
    }

    static LifecycleProfile bundled(String id) {
        try (InputStream file = Objects.requireNonNull(ProfileFile.class.getResourceAsStream(id + ".json"), id)) {
            return JSON.readValue(file, ProfileFile.class).profile();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("lifecycle profile " + id + " cannot be read", unreadable);
        }
    }

    /**
     * Reads the profile.
     *
     * @throws IllegalArgumentException if it is not valid
     * @throws io.switchboard.api.error.SwitchboardException with {@code invalid-field} if a word of it is not known
     */
    public LifecycleProfile profile() {
        Map<Status, List<Status>> edges = new LinkedHashMap<>();
        statuses.forEach(entry -> edges.put(
                new Status(entry.id()), entry.next().stream().map(Status::new).toList()));
        return new LifecycleProfile(
                id, name, statuses.stream().map(Entry::definition).toList(), edges);
    }
}
