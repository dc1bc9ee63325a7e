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
 * read queues; and what administrators are told of it. The last row is a desk of which somebody else has a processor.
 */
final class Troubles {
    private static final int CLIENTS = 8;

    private final ServerProcess server;
    private final DeskSetup setup;
    private final String token;
    private final ClosedLoop loop;
    private final Operations operations;
    private final PrintStream out;

    Troubles(ServerProcess server, DeskSetup setup, String token, ClosedLoop loop, PrintStream out) {
        this.server = server;
        this.setup = setup;
        this.token = token;
        this.loop = loop;
        this.operations = new Operations(server, token);
        this.out = out;
    }

    /** Prints a row for each archive of a folder. */
    void measure(Path folder) throws Exception {
        out.println(
                "| plugin | what administrators are told | after s | p99 ms before | while it is installed | with it | once it is gone | failed |");
        out.println("|---|---|---|---|---|---|---|---|");
        loop.run(CLIENTS, server::processorTime, operations.everyday());
        Figures before = round();
        for (Path archive : archives(folder)) {
            before = measure(archive, before);
        }
        Figures less = withAProcessorLess();
        row("(a desk with a processor less)", null, before, before, less, round());
    }

    private static List<Path> archives(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    private Figures measure(Path archive, Figures before) throws Exception {
        CompletableFuture<DeskSetup.Installed> installing =
                CompletableFuture.supplyAsync(() -> setup.tryToInstall(archive, token));
        Figures during = round();
        DeskSetup.Installed installed = installing.join();
        DeskSetup.Told told = new DeskSetup.Told(installed.refusal(), Duration.ZERO);
        Figures with = during;
        if (installed.refusal().isEmpty()) {
            CompletableFuture<DeskSetup.Told> hearing =
                    CompletableFuture.supplyAsync(() -> setup.told(installed, token));
            with = round();
            told = hearing.join();
            setup.remove(installed.plugin(), token);
        }
        Writing.awaitFeed(server, token);
        Figures after = round();
        row(installed.plugin(), told, before, during, with, after);
        return after;
    }

    private Figures round() throws InterruptedException {
        return new ClosedLoop(loop.length(), loop.rounds(), 0)
                .run(CLIENTS, server::processorTime, operations.everyday());
    }

    private Figures withAProcessorLess() throws InterruptedException {
        Thread somebodyElse = new Thread(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
        });
        somebodyElse.setDaemon(true);
        somebodyElse.start();
        try {
            return round();
        } finally {
            somebodyElse.interrupt();
        }
    }

    private void row(
            String what, DeskSetup.@Nullable Told told, Figures before, Figures during, Figures with, Figures after) {
        out.println(String.format(
                Locale.ROOT,
                "| %s | %s | %s | %.0f | %.0f | %.0f | %.0f | %d |",
                what,
                told == null ? "" : told.words(),
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
