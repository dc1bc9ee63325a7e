package io.switchboard.launcher.plugin;

import java.util.Optional;
import java.util.stream.Stream;

/** What can be said besides what is to be done. None takes a secret, since other people can read a command line. */
enum PluginOption {
    DATA("--data", "DIR", "the data folder of the server on this machine (default: 'data' in the installation)"),
    SERVER("--server", "URL", "another server, by its address; needs a token"),
    TOKEN_FILE("--token-file", "FILE", "a file with an API token that nobody else can read; or SWITCHBOARD_TOKEN"),
    VERSION("--version", "VERSION", "of an update site's plugin, this one and not the newest"),
    REBIND("--rebind", "", "binds the plugin to who signed this archive, although it is bound to somebody else"),
    SET("--set", "NAME=VALUE", "a setting's new value; again for each further value of a list"),
    UNSET("--unset", "NAME", "takes a setting's value away"),
    SECRET("--secret", "NAME", "a secret's new value, read from the terminal or from a line of the input"),
    YES("--yes", "", "does not ask"),
    JSON("--json", "", "prints what the server answers; what changes something needs --yes, too");

    private final String flag;
    private final String argument;
    private final String meaning;

    PluginOption(String flag, String argument, String meaning) {
        this.flag = flag;
        this.argument = argument;
        this.meaning = meaning;
    }

    static Optional<PluginOption> of(String flag) {
        return Stream.of(values()).filter(option -> option.flag.equals(flag)).findFirst();
    }

    String flag() {
        return flag;
    }

    /** What the value is called in the help; empty for a switch. */
    String argument() {
        return argument;
    }

    String meaning() {
        return meaning;
    }

    boolean isSwitch() {
        return argument.isEmpty();
    }

    /** Whether it belongs to the change of settings. */
    boolean edits() {
        return this == SET || this == UNSET || this == SECRET;
    }
}
