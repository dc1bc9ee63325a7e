package io.switchboard.launcher.plugin;

import java.util.ArrayList;
import java.util.List;

/** The text of {@code switchboard plugin --help}. */
final class PluginHelp {
    private PluginHelp() {}

    static List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Usage: switchboard plugin WHAT [FILE|ID] [OPTION]...");
        lines.add("");
        lines.add("What:");
        for (PluginVerb verb : PluginVerb.values()) {
            lines.add(line((verb.id() + " " + verb.argument()).strip(), verb.meaning()));
        }
        lines.add("");
        lines.add("Options:");
        for (PluginOption option : PluginOption.values()) {
            lines.add(line((option.flag() + " " + option.argument()).strip(), option.meaning()));
        }
        lines.add("");
        lines.add("It asks the server that has the data folder by the token there, or by that of SWITCHBOARD_TOKEN.");
        lines.add("If the server is stopped, install, upgrade and remove prepare its next start; the rest needs it.");
        lines.add(
                "Exit code: 0 when done, 1 when refused, impossible or declined, 2 for words that are not understood.");
        return lines;
    }

    private static String line(String words, String meaning) {
        return String.format("  %-22s %s", words, meaning);
    }
}
