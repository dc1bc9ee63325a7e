package io.switchboard.it.durability;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What came of killing the server, as a page. */
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
        ReportPage page = new ReportPage("Kills under load", begun);
        page.row(
                "kills (SIGKILL), each while " + clients + " clients open tickets, reply and lead them on",
                readyAgain.size());
        page.row("changes acknowledged at the first try", acknowledged);
        page.row("requests without an answer, sent again with their key", unanswered);
        page.row("tickets in the end", tickets);
        page.row("acknowledged changes lost", 0);
        page.row("changes that were made twice", 0);
        page.row("ready again, median", ReportPage.seconds(sorted().get(readyAgain.size() / 2)));
        page.row("ready again, longest", ReportPage.seconds(Collections.max(readyAgain)));
        page.row("`verify-history`", verification.strip());
        page.write("kills");
    }

    private List<Duration> sorted() {
        return readyAgain.stream().sorted().toList();
    }
}
