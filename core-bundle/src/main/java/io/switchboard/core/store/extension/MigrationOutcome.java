package io.switchboard.core.store.extension;

import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;

/** What is known of the migrations of plugins. For any number of threads. */
public interface MigrationOutcome {
    /** Returns why the tables of a plugin that is starting or running could not be brought up to date, or nothing. */
    Optional<String> failure(String plugin);

    /**
     * Returns why the migrations of a bundle cannot be taken, one entry for each matter; empty if they can, or if it has
     * none. Nothing is changed.
     */
    List<String> objections(Bundle bundle);

    /**
     * Returns the steps of a bundle to which there are no objections that were not applied yet, each with its number and file.
     *
     * @throws IllegalStateException if the database does not answer
     */
    List<String> pending(Bundle bundle);
}
