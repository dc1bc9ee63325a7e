package io.switchboard.launcher;

import java.util.Optional;
import java.util.stream.Stream;

/** What the launcher is asked to do. All but {@link #SERVE} end by themselves. */
enum Command {
    SERVE("", false, "start the server"),
    BACKUP("backup", true, "write everything the desk knows to FILE; the server may run"),
    RESTORE("restore", true, "fill an empty data folder from FILE; nothing is sent until an administrator allows it"),
    VERIFY_HISTORY(
            "verify-history",
            false,
            "check the chain of every ticket's history and name the first bad row; see --heads");

    private final String id;
    private final boolean takesFile;
    private final String meaning;

    Command(String id, boolean takesFile, String meaning) {
        this.id = id;
        this.takesFile = takesFile;
        this.meaning = meaning;
    }

    static Optional<Command> of(String word) {
        return Stream.of(values())
                .filter(command -> command != SERVE && command.id.equals(word))
                .findFirst();
    }

    String id() {
        return id;
    }

    boolean takesFile() {
        return takesFile;
    }

    String meaning() {
        return meaning;
    }
}
