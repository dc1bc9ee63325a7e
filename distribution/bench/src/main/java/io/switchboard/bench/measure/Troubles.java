package io.switchboard.bench.measure;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What people at the desk notice of plugins that are broken, each installed and removed while eight clients open tickets and
 * read queues; and what administrators are told of it. Each has a server of its own on the same desk, since threads that do not
 * end outlive their plugin. The last row is a desk of which somebody else has a processor.
 */
final class Troubles {
    private static final int CLIENTS = 8;
    private static final int LONGEST_WORDS = 160;

    private final Path home;
    private final Path data;
    private final ClosedLoop loop;
    private final PrintStream out;

    /** What one archive is measured with. */
    private record Desk(ServerProcess server, DeskSetup setup, String token, Operations operations) {
        static Desk of(ServerProcess server) throws Exception {
            DeskSetup setup = new DeskSetup(server.address());
            String token = setup.token();
            return new Desk(server, setup, token, new Operations(server, token));
        }
    }

    Troubles(Path home, Path data, ClosedLoop loop, PrintStream out) {
        this.home = home;
        this.data = data;
        this.loop = loop;
        this.out = out;
    }

    /** Prints a row for each archive of a folder. */
    void measure(Path folder) throws Exception {
        out.println(
                "| plugin | what administrators are told | after s | p99 ms before | while it is installed | with it | once it is gone | failed |");
        out.println("|---|---|---|---|---|---|---|---|");
        for (Path archive : archives(folder)) {
            try (ServerProcess server = new ServerProcess(home, data)) {
                measure(archive, Desk.of(server));
            }
        }
        try (ServerProcess server = new ServerProcess(home, data)) {
            Desk desk = Desk.of(server);
            Figures before =
                    loop.run(CLIENTS, server::processorTime, desk.operations().everyday());
            Figures less = withAProcessorLess(desk);
            row("(a desk with a processor less)", null, before, before, less, round(desk));
        }
    }

    private static List<Path> archives(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    private void measure(Path archive, Desk desk) throws Exception {
        Figures before = loop.run(
                CLIENTS, desk.server()::processorTime, desk.operations().everyday());
        CompletableFuture<DeskSetup.Installed> installing =
                CompletableFuture.supplyAsync(() -> desk.setup().tryToInstall(archive, desk.token()));
        Figures during = round(desk);
        DeskSetup.Installed installed = installing.join();
        DeskSetup.Told told = new DeskSetup.Told(installed.refusal(), Duration.ZERO);
        Figures with = during;
        if (installed.refusal().isEmpty()) {
            CompletableFuture<DeskSetup.Told> hearing =
                    CompletableFuture.supplyAsync(() -> desk.setup().told(installed, desk.token()));
            with = round(desk);
            told = hearing.join();
            desk.setup().remove(installed.plugin(), desk.token());
        }
        Writing.awaitFeed(desk.server(), desk.token());
        row(installed.plugin(), told, before, during, with, round(desk));
    }

    private Figures round(Desk desk) throws InterruptedException {
        return new ClosedLoop(loop.length(), loop.rounds(), 0)
                .run(CLIENTS, desk.server()::processorTime, desk.operations().everyday());
    }

    private Figures withAProcessorLess(Desk desk) throws InterruptedException {
        Thread somebodyElse = new Thread(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
        });
        somebodyElse.setDaemon(true);
        somebodyElse.start();
        try {
            return round(desk);
        } finally {
            somebodyElse.interrupt();
        }
    }

    private static String shortened(String words) {
        return words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) + " ..." : words;
    }

    private void row(
            String what, DeskSetup.@Nullable Told told, Figures before, Figures during, Figures with, Figures after) {
        out.println(String.format(
                Locale.ROOT,
                "| %s | %s | %s | %.0f | %.0f | %.0f | %.0f | %d |",
                what,
                told == null ? "" : shortened(told.words()),
                told == null
                        ? ""
                        : String.format(Locale.ROOT, "%.1f", told.after().toMillis() / 1e3),
                before.p99(),
                during.p99(),
                with.p99(),
                after.p99(),
                during.failures() + with.failures() + after.failures()));
    }
}
