package io.switchboard.bench.load;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line says.
 *
 * @param files the tickets
 * @param server the server's address
 * @param token an API token of somebody who may open tickets for others
 * @param connections how many requests are under way at once, from 1 to 256
 * @param verify whether the desk is compared with the files afterwards
 */
record LoadOptions(List<TicketFile> files, URI server, String token, int connections, boolean verify) {

    static final String USAGE = """
            Usage: switchboard-load [--server URL] [--connections N] [--system NAME] [--verify] FILE...

            Posts the tickets of each FILE, one JSON object a line (FILE.gz: compressed), and says what was refused and
            why. It can be run again: what is there already is left as it is. Categories and products that the desk does
            not know are made first.

              --server URL       the server (http://127.0.0.1:8080/)
              --connections N    requests at once, 1 to 256 (8)
              --system NAME      what the tickets' ids are numbers of (the file's name)
              --verify           then waits for triage and the search index, pages through all tickets, searches for a
                                 sample of them, and ends with 3 if the desk does not hold exactly the files' tickets

            SWITCHBOARD_TOKEN holds an API token of an administrator.""";

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException with a sentence for the person who typed it
     */
    static LoadOptions of(String[] arguments, @Nullable String token) {
        List<Path> paths = new ArrayList<>();
        URI server = URI.create("http://127.0.0.1:8080/");
        int connections = 8;
        String system = null;
        boolean verify = false;
        Iterator<String> words = Arrays.asList(arguments).iterator();
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "--server" -> server = server(value(word, words));
                case "--connections" -> connections = connections(value(word, words));
                case "--system" -> system = value(word, words);
                case "--verify" -> verify = true;
                default -> paths.add(path(word));
            }
        }
        if (paths.isEmpty()) {
            throw new IllegalArgumentException(USAGE);
        }
        if (token == null || token.isBlank()) {
            throw new IllegalArgumentException(
                    "Set SWITCHBOARD_TOKEN to an API token (POST /api/v1/tokens gives one).");
        }
        return new LoadOptions(files(paths, system), server, token, connections, verify);
    }

    private static List<TicketFile> files(List<Path> paths, @Nullable String system) {
        return paths.stream()
                .map(path -> new TicketFile(path, system == null ? systemOf(path) : system))
                .toList();
    }

    private static Path path(String word) {
        if (word.startsWith("-")) {
            throw new IllegalArgumentException("What is '" + word + "'?\n\n" + USAGE);
        }
        return Path.of(word);
    }

    private static URI server(String address) {
        URI server = URI.create(address.replaceAll("/?$", "/"));
        if (server.getHost() == null) {
            throw new IllegalArgumentException("--server must be an address such as http://127.0.0.1:8080/");
        }
        return server;
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
