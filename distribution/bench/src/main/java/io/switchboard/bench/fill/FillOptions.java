package io.switchboard.bench.fill;

import java.nio.file.Path;

/**
 * What the command line says.
 *
 * @param data the data folder of a stopped server that has started once
 * @param tickets how many tickets to add, from 1 to 10,000,000
 */
record FillOptions(Path data, int tickets) {
    static final String USAGE = """
            Usage: fill DATA TICKETS

            Adds TICKETS made-up tickets to the embedded database in DATA, the data folder of a server that was started
            once, has agents in teams, and is stopped now.""";

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException with a sentence for the person who typed it
     */
    static FillOptions of(String... arguments) {
        if (arguments.length != 2 || !arguments[1].matches("[1-9][0-9]{0,6}|10000000")) {
            throw new IllegalArgumentException(USAGE);
        }
        return new FillOptions(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    }
}
