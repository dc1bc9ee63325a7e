package io.switchboard.bench.measure;

import io.switchboard.bench.fill.Fill;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The command: writing first, on a small desk, then reading at each size. */
public final class Measure {
    private final MeasureOptions options;
    private final ClosedLoop loop;
    private final Table table = new Table(System.out);
    private final Path data;
    private int filled;

    private Measure(MeasureOptions options) {
        this.options = options;
        this.loop = options.loop();
        this.filled = options.filled();
        this.data = options.work().resolve("data");
    }

    /** Runs it. Ends with 2 if it could not go on. */
    public static void main(String[] arguments) throws Exception {
        try {
            new Measure(MeasureOptions.of(arguments)).run();
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
        }
    }

    private void run() throws Exception {
        Files.createDirectories(options.work());
        if (options.troubles() != null) {
            new Troubles(options.home(), data, loop, System.out).measure(options.troubles());
            return;
        }
        try (ServerProcess first = new ServerProcess(options.home(), data)) {
            table.remark("first start, until ready: %.1f s", first.untilReady().toMillis() / 1e3);
            new DeskSetup(first.address()).token();
        }
        for (int size : options.sizes()) {
            fill(size);
            try (ServerProcess server = new ServerProcess(options.home(), data)) {
                table.remark(
                        "start with %,d tickets, until ready: %.1f s, %.1f s of processor time",
                        size,
                        server.untilReady().toMillis() / 1e3,
                        server.processorTime().toMillis() / 1e3);
                String token = new DeskSetup(server.address()).token();
                Reading reading = new Reading(server, token, loop, table);
                reading.awaitIndex();
                reading.measure(String.format("at %,d", size));
                table.remark("memory with %,d tickets: %,d MiB resident", size, server.residentMebibytes());
            }
        }
        write();
    }

    private void write() throws Exception {
        Writing writing = new Writing(loop, table, options.clients());
        try (ServerProcess server = new ServerProcess(options.home(), data)) {
            DeskSetup setup = new DeskSetup(server.address());
            String token = setup.token();
            new Reading(server, token, loop, table).awaitIndex();
            writing.server(server, token);
            if (options.beside() != null) {
                String plugin = setup.install(options.beside(), token);
                writing.again(server, token, "beside " + plugin);
                setup.remove(plugin, token);
                writing.again(server, token, "without " + plugin + " again");
            }
            table.remark("memory after writing: %,d MiB resident", server.residentMebibytes());
        }
        Path copy = options.work().resolve("bare-" + System.currentTimeMillis());
        copy(data.resolve("database"), copy);
        try (BareEngine engine = new BareEngine(copy)) {
            writing.bare(engine);
        }
    }

    /** Adds what is missing to a number of tickets; what was opened meanwhile is not counted. */
    private void fill(int size) {
        if (size > filled) {
            Fill.fill(data, size - filled);
            filled = size;
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
