package io.switchboard.bench.load;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * What the command line says.
 *
 * @param file the tickets, one JSON object a line; compressed if its name ends in {@code .gz}
 * @param server the server's address
 * @param token an API token of somebody who may open tickets for others
 * @param connections how many requests are under way at once, from 1 to 256
 * @param system what the tickets' numbers are numbers of: a ticket is taken once from a system
 */
record LoadOptions(Path file, URI server, String token, int connections, String system) {

    static final String USAGE = """
            Usage: switchboard-load [--server URL] [--connections N] [--system NAME] FILE

            Posts the tickets of FILE, one JSON object a line (FILE.gz: compressed), and says what was refused and why.
            It can be run again: what is there already is left as it is.

              --server URL       the server (http://127.0.0.1:8080/)
              --connections N    requests at once, 1 to 256 (8)
              --system NAME      what the tickets' ids are numbers of (the file's name)

            SWITCHBOARD_TOKEN holds an API token of somebody who may open tickets for others.""";

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException with a sentence for the person who typed it
     */
    static LoadOptions of(String[] arguments, @Nullable String token) {
        Path file = null;
        URI server = URI.create("http://127.0.0.1:8080/");
        int connections = 8;
        String system = null;
        Iterator<String> words = Arrays.asList(arguments).iterator();
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "--server" -> server = URI.create(value(word, words).replaceAll("/?$", "/"));
                case "--connections" -> connections = connections(value(word, words));
                case "--system" -> system = value(word, words);
                default -> {
                    if (word.startsWith("-") || file != null) {
                        throw new IllegalArgumentException("What is '" + word + "'?\n\n" + USAGE);
                    }
                    file = Path.of(word);
                }
            }
        }
        if (file == null) {
            throw new IllegalArgumentException(USAGE);
        }
        if (token == null || token.isBlank()) {
            throw new IllegalArgumentException(
                    "Set SWITCHBOARD_TOKEN to an API token (POST /api/v1/tokens gives one).");
        }
        return new LoadOptions(file, server, token, connections, system == null ? systemOf(file) : system);
    }

    private static String value(String option, Iterator<String> words) {
        if (!words.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value.");
        }
        return words.next();
    }

    private static int connections(String text) {
        int connections = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
        if (connections < 1 || connections > 256) {
            throw new IllegalArgumentException("--connections must be a number from 1 to 256.");
        }
        return connections;
    }

    private static String systemOf(Path file) {
        String name = file.getFileName().toString();
        int dot = name.indexOf('.');
        return dot < 1 ? name : name.substring(0, dot);
    }
}
