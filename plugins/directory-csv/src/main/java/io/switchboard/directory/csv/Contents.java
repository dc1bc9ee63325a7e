package io.switchboard.directory.csv;

import io.switchboard.api.people.CustomerDirectory.DirectoryEntry;
import java.util.List;
import java.util.Map;

/**
 * What was read from a file.
 *
 * @param entries what is known, by {@link EmailKey}
 * @param problems the first lines that cannot be read, with why, but without what stands there
 * @param wrongLines how many lines cannot be read
 * @param missing columns that the file does not have
 * @param edition changes with the file and with how it is read
 */
record Contents(
        Map<String, DirectoryEntry> entries,
        List<String> problems,
        int wrongLines,
        List<String> missing,
        String edition) {
    /** Nothing was read yet. */
    static final Contents NOTHING = new Contents(Map.of(), List.of(), 0, List.of(), "");

    /** Keeps copies, but of the entries, which are many and belong to it. */
    Contents {
        problems = List.copyOf(problems);
        missing = List.copyOf(missing);
    }
}
