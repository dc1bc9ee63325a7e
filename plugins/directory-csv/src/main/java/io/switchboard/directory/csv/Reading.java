package io.switchboard.directory.csv;

import io.switchboard.api.people.CustomerDirectory.DirectoryEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gathers what lines tell. One that cannot be read leaves what was known of the customer before. */
final class Reading {
    private static final int SHOWN = 10;

    private final Contents before;
    private final Map<String, DirectoryEntry> entries = new HashMap<>();
    private final List<String> problems = new ArrayList<>();
    private int wrongLines;

    Reading(Contents before) {
        this.before = before;
    }

    /** Takes a line. */
    void take(Line line, long number) {
        String email;
        try {
            email = line.email();
        } catch (WrongLine none) {
            wrong(number, none.reason());
            return;
        }
        if (entries.containsKey(email)) {
            wrong(number, "has an address that an earlier line has already");
            return;
        }
        try {
            entries.put(email, line.entry());
        } catch (WrongLine unreadable) {
            wrong(number, unreadable.reason());
            DirectoryEntry known = before.entries().get(email);
            if (known != null) {
                entries.put(email, known);
            }
        }
    }

    Contents contents(List<String> missing, String edition) {
        return new Contents(entries, problems, wrongLines, missing, edition);
    }

    private void wrong(long number, String what) {
        wrongLines++;
        if (problems.size() < SHOWN) {
            problems.add("line " + number + ": " + what);
        }
    }
}
