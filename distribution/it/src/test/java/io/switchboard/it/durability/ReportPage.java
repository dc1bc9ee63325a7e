package io.switchboard.it.durability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A page with a table of figures, in the folder that {@code switchboard.it.reports} names. */
public final class ReportPage {
    private final Instant begun;
    private final List<String> lines = new ArrayList<>();

    /** Begins one, for what was begun then. */
    public ReportPage(String title, Instant begun) {
        this.begun = begun;
        lines.addAll(List.of(
                "# " + title + " on " + begun.atZone(ZoneOffset.UTC).toLocalDate(), "", "| what | |", "|---|---|"));
        row("database", database());
        row(
                "Java",
                System.getProperty("java.version") + " on "
                        + Runtime.getRuntime().availableProcessors()
                        + " processors, shared with the clients");
    }

    /** Adds a row. */
    public void row(String what, Object value) {
        lines.add("| " + what + " | " + value + " |");
    }

    /** Writes it, its last row how long it took. */
    public void write(String name) throws IOException {
        row("took in all", seconds(Duration.between(begun, Instant.now())));
        Path folder = Path.of(System.getProperty("switchboard.it.reports", "target/endurance"));
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name + "-" + database() + ".md"), String.join("\n", lines) + "\n");
    }

    static String seconds(Duration duration) {
        return String.format(
                Locale.ROOT, duration.toMillis() < 10_000 ? "%.3f s" : "%.1f s", duration.toMillis() / 1000.0);
    }

    private static String database() {
        return System.getProperty("switchboard.it.database", "hsqldb");
    }
}
