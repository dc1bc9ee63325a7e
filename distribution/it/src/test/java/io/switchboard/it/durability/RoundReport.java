package io.switchboard.it.durability;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What came of having a plugin come and go, as a page in the folder of the reports. */
final class RoundReport {
    private final Instant begun = Instant.now();
    private final int clients;
    private final Duration pause;
    private final List<Duration> alone;
    private final List<Duration> beside = new ArrayList<>();
    private int rounds;

    /** Begins, with how long each change of the clients took while no plugin was changed. */
    RoundReport(int clients, Duration pause, List<Duration> alone) {
        this.clients = clients;
        this.pause = pause;
        this.alone = alone;
    }

    /** Takes note of a round: how long each change of the clients took meanwhile. */
    void round(List<Duration> took) {
        rounds++;
        beside.addAll(took);
    }

    void write(int changes, int tickets, int loaders, long drift) throws IOException {
        ReportPage page = new ReportPage("Rounds of a plugin", begun);
        page.row(
                "rounds of install, use, upgrade, use, roll back, use, remove, while " + clients
                        + " clients open tickets, reply and lead them on, with pauses of " + pause.toMillis() + " ms",
                rounds);
        page.row("changes of the clients, none of which failed", changes);
        page.row("tickets that the plugin was told of, each once", tickets);
        page.row("class loaders of the plugin alive before it was last removed", loaders);
        page.row("metaspace since the third round", drift / 1024 + " KiB");
        page.row("a change of the clients, no plugin changed: median, p99, longest", figures(alone));
        page.row("a change of the clients during the rounds: median, p99, longest", figures(beside));
        page.write("rounds");
    }

    private static String figures(List<Duration> took) {
        List<Duration> sorted = took.stream().sorted().toList();
        if (sorted.isEmpty()) {
            return "none";
        }
        return ReportPage.seconds(sorted.get(sorted.size() / 2)) + ", "
                + ReportPage.seconds(sorted.get(sorted.size() * 99 / 100)) + ", "
                + ReportPage.seconds(Collections.max(sorted));
    }
}
