package io.switchboard.launcher;

import io.switchboard.launcher.folder.StartFailure;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for, from the command line and the environment.
 *
 * @param command what to do
 * @param file the file that the command names, or null
 * @param help whether only the help is wanted
 * @param settings what was given; a switch that is on is {@code true}, one that is off is absent
 */
record CommandLine(Command command, @Nullable Path file, boolean help, Map<Setting, String> settings) {

    CommandLine {
        settings = Map.copyOf(settings);
    }

    /** @throws StartFailure if a flag is unknown, a value is missing or a value cannot be right */
    static CommandLine parse(List<String> arguments, Map<String, String> environment) throws StartFailure {
        Map<Setting, String> settings = fromEnvironment(environment);
        Command command = Command.SERVE;
        Path file = null;
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            String word = rest.removeFirst();
            if (word.equals("--help") || word.equals("-h")) {
                return new CommandLine(Command.SERVE, null, true, Map.of());
            } else if (word.startsWith("-")) {
                readFlag(word, rest, settings);
            } else if (command == Command.SERVE) {
                command = Command.of(word).orElseThrow(() -> StartFailure.usage("Unknown command '" + word + "'."));
            } else if (command.takesFile() && file == null) {
                file = Path.of(word).toAbsolutePath().normalize();
            } else {
                throw StartFailure.usage("'" + word + "' is one word too many.");
            }
        }
        if (command.takesFile() && file == null) {
            throw StartFailure.usage("'" + command.id() + "' needs the name of a file.");
        }
        checkPort(settings.get(Setting.PORT));
        checkFit(command, settings);
        return new CommandLine(command, file, false, settings);
    }

    Optional<String> value(Setting setting) {
        return Optional.ofNullable(settings.get(setting));
    }

    private static Map<Setting, String> fromEnvironment(Map<String, String> environment) throws StartFailure {
        Map<Setting, String> settings = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            String value = environment.getOrDefault(setting.variable(), "").strip();
            if (value.isEmpty() || setting.isSwitch() && value.equals("false")) {
                continue;
            }
            if (setting.isSwitch() && !value.equals("true")) {
                throw StartFailure.usage(setting.variable() + " is '" + value + "': give it as true or false.");
            }
            settings.put(setting, value);
        }
        return settings;
    }

    private static void readFlag(String word, Deque<String> rest, Map<Setting, String> settings) throws StartFailure {
        int equals = word.indexOf('=');
        String flag = equals < 0 ? word : word.substring(0, equals);
        Setting setting = Setting.ofFlag(flag).orElseThrow(() -> StartFailure.usage("Unknown option '" + flag + "'."));
        if (setting.isSwitch()) {
            if (equals >= 0) {
                throw StartFailure.usage("'" + flag + "' takes no value.");
            }
            settings.put(setting, "true");
            return;
        }
        String value = equals >= 0 ? word.substring(equals + 1) : rest.pollFirst();
        if (value == null || value.isBlank() || equals < 0 && value.startsWith("--")) {
            throw StartFailure.usage("'" + flag + "' needs a value: " + flag + " "
                    + setting.argument().orElseThrow() + ".");
        }
        settings.put(setting, value);
    }

    private static void checkFit(Command command, Map<Setting, String> settings) throws StartFailure {
        for (Setting setting : settings.keySet()) {
            if (!setting.fits(command)) {
                throw StartFailure.usage("'" + setting.flag().orElseThrow() + "' is for 'verify-history' only.");
            }
        }
    }

    private static void checkPort(@Nullable String port) throws StartFailure {
        if (port != null && !(port.matches("\\d{1,5}") && Integer.parseInt(port) <= 65_535)) {
            throw StartFailure.usage("The port '" + port + "' is not a number from 0 to 65535.");
        }
    }
}
