package io.switchboard.launcher;

import java.util.Locale;

/** The text of {@code --help}, made from the commands and settings there are. */
final class Help {

    private Help() {}

    static String text() {
        StringBuilder text = new StringBuilder("Usage: switchboard [COMMAND] [OPTION]...\n\nCommands:\n");
        for (Command command : Command.values()) {
            String words = command == Command.SERVE ? "(none)" : command.id() + (command.takesFile() ? " FILE" : "");
            text.append(line(words, command.meaning()));
        }
        text.append(line("plugin ...", "list and change plugins; 'switchboard plugin --help' tells how"));
        text.append(line("site ...", "make an update site of a folder; 'switchboard site --help' tells how"));
        text.append("\nOptions, and the environment variables that do the same:\n");
        for (Setting setting : Setting.values()) {
            setting.flag().ifPresent(flag -> {
                String words = flag
                        + setting.argument().map(argument -> " " + argument).orElse("");
                text.append(line(words, setting.meaning() + "  [" + setting.variable() + "]"));
            });
        }
        text.append(line("--help", "this text"));
        text.append("\nOnly in the environment:\n");
        for (Setting setting : Setting.values()) {
            if (setting.flag().isEmpty()) {
                text.append(line(setting.variable(), setting.meaning()));
            }
        }
        text.append(line("SWITCHBOARD_JAVA_OPTS", "further options for Java, for example -Xmx1g"));
        return text.toString();
    }

    private static String line(String words, String meaning) {
        return String.format(Locale.ROOT, "  %-34s %s%n", words, meaning);
    }
}
