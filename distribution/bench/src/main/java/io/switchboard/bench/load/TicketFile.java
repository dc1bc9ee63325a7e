package io.switchboard.bench.load;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A file of tickets, one JSON object a line.
 *
 * @param path where it is; compressed if its name ends in {@code .gz}
 * @param system what the tickets' ids are numbers of: a ticket is taken once from a system
 */
record TicketFile(Path path, String system) {

    TicketLines open() throws IOException {
        return new TicketLines(path);
    }

    TicketMapping mapping() {
        return new TicketMapping(system);
    }
}
