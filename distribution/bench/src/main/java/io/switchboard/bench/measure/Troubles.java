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
 * read queues; and what administrators are told of it. One server has all of them, one after the other, and is warm by then;
 * after a plugin that left threads behind there is a new one. The last row is a desk of which somebody else has a processor.
 */
final class Troubles {
    private static final int CLIENTS = 8;
    private static final int LONGEST_WORDS = 160;
    /** Within which whoever burns or floods has to be named and in quarantine. */
    private static final Duration UNTIL_NAMED = Duration.ofSeconds(10);
    /** How many threads come and go on a desk that is well. */
    private static final int COMING_AND_GOING = 12;

    private static final Duration IDLE = Duration.ofSeconds(2);

    private final Path home;
    private final Path data;
    private final ClosedLoop loop;
    private final PrintStream out;
    private @Nullable Desk desk;

    /** What archives are measured with: a server that is warm, and what it was like when nothing was installed last. */
    private record Desk(
            ServerProcess server, DeskSetup setup, String token, Operations operations, int threads, Figures well) {
        Desk stillWell(Figures figures) {
            return new Desk(server, setup, token, operations, threads, figures);
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
                "| plugin | what administrators are told | after s | p99 ms before | its first 10 s | with it | once it is gone"
                        + " | with it, of before and after | failed |");
        out.println("|---|---|---|---|---|---|---|---|---|");
        try {
            for (Path archive : archives(folder)) {
                desk = measure(archive, desk == null ? warmDesk() : desk);
            }
            Desk last = desk == null ? warmDesk() : desk;
            Figures less = withAProcessorLess(last);
            row("(a desk with a processor less)", null, last.well(), less, less, round(last, loop.length()));
        } finally {
            stop();
        }
    }

    private void stop() throws InterruptedException {
        if (desk != null) {
            desk.server().close();
            desk = null;
        }
    }

    private Desk warmDesk() throws Exception {
        ServerProcess server = new ServerProcess(home, data);
        DeskSetup setup = new DeskSetup(server.address());
        String token = setup.token();
        Operations operations = new Operations(server, token);
        Figures well = loop.run(CLIENTS, server::processorTime, operations.everyday());
        Writing.awaitFeed(server, token);
        desk = new Desk(server, setup, token, operations, server.threads(), well);
        return desk;
    }

    private static List<Path> archives(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    /** Measures one, and returns the desk for the next, or null if it is not as it was. */
    private @Nullable Desk measure(Path archive, Desk before) throws Exception {
        CompletableFuture<DeskSetup.Installed> installing =
                CompletableFuture.supplyAsync(() -> before.setup().tryToInstall(archive, before.token()));
        CompletableFuture<DeskSetup.Told> hearing =
                installing.thenApply(installed -> before.setup().told(installed, before.token()));
        Figures first = round(before, UNTIL_NAMED);
        DeskSetup.Installed installed = installing.join();
        boolean refused = !installed.refusal().isEmpty();
        Figures with = refused ? first : round(before, loop.length());
        DeskSetup.Told told = hearing.join();
        if (!refused) {
            before.setup().remove(installed.plugin(), before.token());
        }
        Writing.awaitFeed(before.server(), before.token());
        Figures gone = round(before, loop.length());
        Writing.awaitFeed(before.server(), before.token());
        row(installed.plugin(), told, before.well(), first, with, gone);
        if (isAsBefore(before)) {
            return before.stillWell(gone);
        }
        stop();
        return null;
    }

    /** Tells whether a desk that nobody uses has no more threads than before, and rests. */
    private static boolean isAsBefore(Desk desk) throws IOException, InterruptedException {
        Duration used = desk.server().processorTime();
        Thread.sleep(IDLE.toMillis());
        return desk.server().threads() <= desk.threads() + COMING_AND_GOING
                && desk.server().processorTime().minus(used).compareTo(IDLE.dividedBy(2)) < 0;
    }

    private static Figures round(Desk desk, Duration length) throws InterruptedException {
        return new ClosedLoop(length, 1, 0)
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
            return round(desk, loop.length());
        } finally {
            somebodyElse.interrupt();
        }
    }

    private static String shortened(String words) {
        return words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) + " ..." : words;
    }

    private void row(
            String what, DeskSetup.@Nullable Told told, Figures before, Figures first, Figures with, Figures gone) {
        out.println(String.format(
                Locale.ROOT,
                "| %s | %s | %s | %.0f | %.0f | %.0f | %.0f | %.2f | %d |",
                what,
                told == null ? "" : shortened(told.words()),
                told == null
                        ? ""
                        : String.format(Locale.ROOT, "%.1f", told.after().toMillis() / 1e3),
                before.p99(),
                first.p99(),
                with.p99(),
                gone.p99(),
                2 * with.p99() / (before.p99() + gone.p99()),
                first.failures() + with.failures() + gone.failures()));
    }
}
