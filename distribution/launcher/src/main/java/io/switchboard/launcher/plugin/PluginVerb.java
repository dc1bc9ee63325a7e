package io.switchboard.launcher.plugin;

import java.util.Optional;
import java.util.stream.Stream;

/** What can be done with plugins. */
enum PluginVerb {
    LIST("list", "", "what is installed and whether it runs"),
    AVAILABLE("available", "", "what the update sites offer"),
    PLAN("plan", "FILE|ID", "what installing FILE, or ID of an update site, would do; changes nothing"),
    CHECK(
            "check",
            "FILE",
            "for vendors: the plan and the contract suites, on a server of its own; --set as for config"),
    DEVELOP("develop", "PATH", "for vendors: install PATH, an archive or target/classes, again at each change"),
    INSTALL("install", "FILE|ID", "install a plugin that is not there yet, and have it run"),
    UPGRADE("upgrade", "FILE|ID", "have it take the place of the version that is installed"),
    ROLLBACK("rollback", "ID", "go back to the version before"),
    REMOVE("remove", "ID", "take a plugin out; its settings and tables are kept, its rights are not"),
    CONFIG("config", "ID", "show a plugin's settings, or change them by --set, --unset and --secret"),
    ENABLE("enable", "ID", "have a plugin run, now and at every start"),
    DISABLE("disable", "ID", "stop a plugin, now and for every start; it stays installed"),
    LIFT("lift", "ID", "have a plugin asked again that is in quarantine");

    private final String id;
    private final String argument;
    private final String meaning;

    PluginVerb(String id, String argument, String meaning) {
        this.id = id;
        this.argument = argument;
        this.meaning = meaning;
    }

    static Optional<PluginVerb> of(String word) {
        return Stream.of(values()).filter(verb -> verb.id.equals(word)).findFirst();
    }

    String id() {
        return id;
    }

    /** What it is done to, as the help calls it; empty if to nothing in particular. */
    String argument() {
        return argument;
    }

    String meaning() {
        return meaning;
    }

    boolean takesId() {
        return argument.equals("ID");
    }

    /** Whether it is done to an archive. */
    boolean takesArchive() {
        return argument.startsWith("FILE");
    }

    /** Whether something is another than before when it was carried out. */
    boolean changes() {
        return this != LIST && this != AVAILABLE && this != PLAN && this != CHECK && this != CONFIG;
    }
}
