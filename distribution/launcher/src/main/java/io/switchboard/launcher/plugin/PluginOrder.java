package io.switchboard.launcher.plugin;

import io.switchboard.launcher.folder.StartFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done, as the command line says it.
 *
 * @param verb what
 * @param argument to what; empty if to nothing in particular
 * @param options what was said besides, each in the order of the command line; a switch that is on has an empty value
 */
record PluginOrder(PluginVerb verb, String argument, Map<PluginOption, List<String>> options) {
    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,199}");

    PluginOrder {
        options = Map.copyOf(options);
    }

    /** @throws StartFailure if a word is not understood, or does not fit the others */
    static PluginOrder parse(List<String> words) throws StartFailure {
        Map<PluginOption, List<String>> options = new EnumMap<>(PluginOption.class);
        List<String> plain = new ArrayList<>();
        Deque<String> rest = new ArrayDeque<>(words);
        while (!rest.isEmpty()) {
            String word = rest.removeFirst();
            if (word.startsWith("-")) {
                read(word, rest, options);
            } else {
                plain.add(word);
            }
        }
        PluginVerb verb = verb(plain);
        PluginOrder order = new PluginOrder(verb, argument(verb, plain), options);
        order.check();
        return order;
    }

    boolean has(PluginOption option) {
        return options.containsKey(option);
    }

    List<String> values(PluginOption option) {
        return options.getOrDefault(option, List.of());
    }

    Optional<String> value(PluginOption option) {
        return values(option).stream().findFirst();
    }

    /** Returns the file that the argument names. */
    Path file() {
        return Path.of(argument).toAbsolutePath().normalize();
    }

    /** Whether the argument is the id of an update site's plugin, and not an archive's file. */
    boolean namesOffer() {
        return verb.takesArchive()
                && verb != PluginVerb.CHECK
                && ID.matcher(argument).matches()
                && !argument.endsWith(".jar")
                && !Files.exists(Path.of(argument));
    }

    /** Whether settings are to be changed, and not only shown. */
    boolean edits() {
        return options.keySet().stream().anyMatch(PluginOption::edits);
    }

    private static PluginVerb verb(List<String> plain) throws StartFailure {
        if (plain.isEmpty()) {
            throw usage("Say what to do with plugins, for example 'list'.");
        }
        return PluginVerb.of(plain.get(0))
                .orElseThrow(() -> usage("'" + plain.get(0) + "' is nothing to do with plugins."));
    }

    private static String argument(PluginVerb verb, List<String> plain) throws StartFailure {
        int wanted = verb.argument().isEmpty() ? 1 : 2;
        if (plain.size() > wanted) {
            throw usage("'" + plain.get(wanted) + "' is one word too many.");
        }
        if (plain.size() < wanted) {
            throw usage("'" + verb.id() + "' needs " + needed(verb));
        }
        String argument = wanted == 1 ? "" : plain.get(1);
        if (verb.takesId() && !ID.matcher(argument).matches()) {
            throw usage("'" + argument + "' cannot be the id of a plugin: 'list' shows them.");
        }
        return argument;
    }

    private static String needed(PluginVerb verb) {
        return switch (verb.argument()) {
            case "ID" -> "the id of a plugin.";
            case "FILE" -> "an archive's file.";
            case "PATH" -> "an archive's file, or a folder of classes with a manifest.";
            default -> "an archive's file, or the id of a plugin that a site offers.";
        };
    }

    private static void read(String word, Deque<String> rest, Map<PluginOption, List<String>> options)
            throws StartFailure {
        int equals = word.indexOf('=');
        String flag = equals < 0 ? word : word.substring(0, equals);
        PluginOption option = PluginOption.of(flag).orElseThrow(() -> usage("Unknown option '" + flag + "'."));
        if (option.isSwitch()) {
            if (equals >= 0) {
                throw usage("'" + flag + "' takes no value.");
            }
            options.put(option, List.of());
            return;
        }
        @Nullable String value = equals >= 0 ? word.substring(equals + 1) : rest.pollFirst();
        if (value == null || value.isBlank()) {
            throw usage("'" + flag + "' needs a value: " + flag + " " + option.argument() + ".");
        }
        if (option == PluginOption.SET && value.indexOf('=') < 1) {
            throw usage("'--set " + value + "' needs a name and a value: --set NAME=VALUE.");
        }
        options.computeIfAbsent(option, first -> new ArrayList<>()).add(value);
    }

    private void check() throws StartFailure {
        if (edits() && verb != PluginVerb.CONFIG && verb != PluginVerb.CHECK) {
            throw usage("'--set', '--unset' and '--secret' are for 'config' and 'check' only.");
        }
        if (verb == PluginVerb.CHECK && (has(PluginOption.SERVER) || has(PluginOption.DATA))) {
            throw usage("'check' has a server and a data folder of its own.");
        }
        if (has(PluginOption.VERSION) && !namesOffer()) {
            throw usage("'--version' is for plugins of update sites only.");
        }
        if (has(PluginOption.REBIND) && (!verb.takesArchive() || verb == PluginVerb.CHECK)) {
            throw usage("'--rebind' is for 'plan', 'install' and 'upgrade' only.");
        }
        if (has(PluginOption.SERVER) && has(PluginOption.DATA)) {
            throw usage("Give '--server' or '--data', not both.");
        }
        if (has(PluginOption.JSON)
                && !has(PluginOption.YES)
                && (verb.changes() || edits() && verb != PluginVerb.CHECK)) {
            throw usage("'--json' asks nobody: give '--yes', too.");
        }
        if (has(PluginOption.JSON) && verb == PluginVerb.DEVELOP) {
            throw usage("'develop' never ends, so it has no '--json'.");
        }
    }

    private static StartFailure usage(String message) {
        return new StartFailure(StartFailure.USAGE, message + " 'switchboard plugin --help' lists what there is.");
    }
}
