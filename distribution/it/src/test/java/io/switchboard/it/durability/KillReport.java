package io.switchboard.it.durability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What came of killing the server, as a page in the folder that {@code switchboard.it.reports} names. */
final class KillReport {

    private final Instant begun = Instant.now();
    private final List<Duration> readyAgain = new ArrayList<>();
    private int unanswered;

    /** Takes note of a kill: how many requests had no answer, and how long it took until the server was ready again. */
    void killed(int withoutAnswer, Duration untilReady) {
        unanswered += withoutAnswer;
        readyAgain.add(untilReady);
    }

    /** Writes the page once everything was found. */
    void write(int clients, int acknowledged, int tickets, String verification) throws IOException {
        Path folder = Path.of(System.getProperty("switchboard.it.reports", "target/endurance"));
        String database = System.getProperty("switchboard.it.database", "hsqldb");
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("kills-" + database + ".md"),
                String.join(
                        "\n",
                        List.of(
                                "# Kills under load on "
                                        + begun.atZone(ZoneOffset.UTC).toLocalDate(),
                                "",
                                "| what | |",
                                "|---|---|",
                                row("database", database),
                                row(
                                        "Java",
                                        System.getProperty("java.version") + " on "
                                                + Runtime.getRuntime().availableProcessors()
                                                + " processors, shared with the clients"),
                                row(
                                        "kills (SIGKILL), each while " + clients
                                                + " clients open tickets, reply and lead them on",
                                        readyAgain.size()),
                                row("changes acknowledged at the first try", acknowledged),
                                row("requests without an answer, sent again with their key", unanswered),
                                row("tickets in the end", tickets),
                                row("acknowledged changes lost", 0),
                                row("changes that were made twice", 0),
                                row("ready again, median", seconds(sorted().get(readyAgain.size() / 2))),
                                row("ready again, longest", seconds(Collections.max(readyAgain))),
                                row("took in all", seconds(Duration.between(begun, Instant.now()))),
                                row("`verify-history`", verification.strip()),
                                "")));
    }

    private List<Duration> sorted() {
        return readyAgain.stream().sorted().toList();
    }

    private static String row(String what, Object value) {
        return "| " + what + " | " + value + " |";
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
