package io.switchboard.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import io.switchboard.it.durability.ReportPage;
import io.switchboard.it.harness.People;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the desk weighs in a browser, and how soon it shows what: a page of figures, no judgement. It takes a machine that does nothing
 * else, so it is done with {@code -Pendurance} only; {@code switchboard.it.figures} says how often each is taken.
 */
@DisabledIfSystemProperty(
        named = "switchboard.it.figures",
        matches = "0",
        disabledReason = "Figures are taken with -Pendurance")
class DeskFiguresIT {
    private static final int ROUNDS = Integer.getInteger("switchboard.it.figures", 3);
    private static final int TICKETS = 600;
    private static final int MESSAGES = 500;
    private static final int TURNS = 2_000;

    /** Notes when the first ticket of a list was drawn, and each task that kept the page from answering. */
    private static final String WATCH = """
            window.longTasks = [];
            new PerformanceObserver(list => list.getEntries().forEach(task => longTasks.push(Math.round(task.duration))))
              .observe({ type: 'longtask', buffered: true });
            window.when = test => new Promise(done => {
              const look = () => test() ? requestAnimationFrame(() => setTimeout(done)) : requestAnimationFrame(look);
              look();
            });
            window.firstRow = when(() => document.querySelector('table.tickets tbody a.subject')).then(() => performance.now());""";

    private static final String FIRST_ROW = "() => window.firstRow";
    private static final String LONGEST = "() => Math.max(0, ...window.longTasks)";
    private static final String WEIGHT = """
            () => performance.getEntriesByType('resource').filter(one => /\\.(js|css)$/.test(one.name))
              .reduce((sum, one) => sum + one.encodedBodySize, 0)""";
    private static final String FOLLOW = """
            ([selector, text]) => { window.seen = when(() => document.querySelector(selector)?.textContent.includes(text)).then(() => Date.now()); }""";

    @AutoClose
    private static RunningServer server;

    private static AgentDesk desk;
    private static ReportPage report;
    private static final List<String> NUMBERS = new ArrayList<>();

    @BeforeAll
    static void begin(@TempDir Path folder) {
        report = new ReportPage("The desk in a browser", Instant.now());
        server = ServerSetup.in(folder).start();
    }

    @Test
    void figuresOfTheDesk() throws IOException {
        try (AgentDesk opened = new AgentDesk(server, "agent")) {
            desk = opened;
            for (int ticket = 0; ticket < TICKETS; ticket++) {
                NUMBERS.add(desk.opened("Ticket " + ticket + " of many"));
            }
            firstList();
            changeOfSomebodyElse();
            scrolling();
            longThread();
        }
        report.write("desk");
    }

    private static void firstList() {
        List<Long> cold = new ArrayList<>();
        List<Long> warm = new ArrayList<>();
        long weight = 0;
        for (int round = 0; round < ROUNDS; round++) {
            try (Screen screen = signedIn()) {
                screen.go("/views/team");
                cold.add(number(screen, FIRST_ROW));
                weight = number(screen, WEIGHT);
                screen.go("/views/team");
                warm.add(number(screen, FIRST_ROW));
            }
        }
        report.row("scripts and styles until the first list, compressed", weight / 1000 + " kB");
        report.row("first list drawn, nothing in the cache", milliseconds(cold));
        report.row("first list drawn, all in the cache", milliseconds(warm));
    }

    private static void changeOfSomebodyElse() {
        List<Long> onTicket = new ArrayList<>();
        List<Long> inList = new ArrayList<>();
        try (Screen ticket = signedIn();
                Screen list = signedIn()) {
            String number = NUMBERS.get(TICKETS - 1);
            ticket.go("/tickets/" + number);
            assertThat(ticket.at(".composer textarea")).isVisible();
            list.go("/views/team");
            assertThat(list.at("table.tickets tbody a.subject").first()).isVisible();
            for (int round = 0; round < ROUNDS; round++) {
                String subject = "Renamed for the time no. " + round;
                ticket.page().evaluate(FOLLOW, List.of(".title h1", subject));
                list.page().evaluate(FOLLOW, List.of("table.tickets tbody", subject));
                long begun = System.currentTimeMillis();
                desk.tickets()
                        .changing(number)
                        .patch("/api/v1/tickets/" + number, Map.of("subject", subject))
                        .expect(200);
                onTicket.add(number(ticket, "() => window.seen") - begun);
                inList.add(number(list, "() => window.seen") - begun);
            }
        }
        report.row("another agent's change, from asking for it to the open ticket", milliseconds(onTicket));
        report.row("the same, to the list", milliseconds(inList));
    }

    private static void scrolling() {
        List<Long> longest = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            try (Screen screen = signedIn()) {
                screen.go("/views/team");
                number(screen, FIRST_ROW);
                screen.page().evaluate("() => { window.longTasks = []; }");
                screen.at("table.tickets tbody a.subject").first().hover();
                Locator rows = screen.at("table.tickets tbody tr");
                for (int turn = 0; turn < TURNS && rows.count() < TICKETS; turn++) {
                    screen.page().mouse().wheel(0, 2_000);
                    screen.page().waitForTimeout(50);
                }
                Assertions.assertThat(rows.count()).isEqualTo(TICKETS);
                longest.add(number(screen, LONGEST));
            }
        }
        report.row("longest task while " + TICKETS + " rows are scrolled through", milliseconds(longest));
    }

    private static void longThread() {
        String number = desk.opened("A long talk");
        for (int message = 0; message < MESSAGES; message++) {
            desk.tickets()
                    .say(number, "note", "Entry " + message + " says **something** of a few words, as people do.");
        }
        List<Long> longest = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            try (Screen screen = signedIn()) {
                screen.go("/tickets/" + number);
                assertThat(screen.at(".composer textarea")).isVisible();
                assertThat(screen.at(".message")).hasCount(MESSAGES + 1);
                longest.add(number(screen, LONGEST));
            }
        }
        report.row("longest task while a thread of " + MESSAGES + " entries is drawn", milliseconds(longest));
    }

    /** A window whose cache is empty, of somebody who has signed in. */
    private static Screen signedIn() {
        Screen screen = desk.window(Look.USUAL);
        screen.context().addInitScript(WATCH);
        String session = server.address().resolve("/api/v1/session").toString();
        Map<String, String> who = Map.of("email", People.address(desk.name()), "password", AgentDesk.PASSWORD);
        assertThat(screen.context()
                        .request()
                        .post(session, RequestOptions.create().setData(who)))
                .isOK();
        return screen;
    }

    private static long number(Screen screen, String script) {
        Page page = screen.page();
        return Math.round(((Number) page.evaluate(script)).doubleValue());
    }

    /** The middle one, the lowest and the highest. */
    private static String milliseconds(List<Long> taken) {
        List<Long> sorted = taken.stream().sorted().toList();
        return "%d ms (%d to %d, %d times)"
                .formatted(sorted.get(sorted.size() / 2), sorted.get(0), sorted.get(sorted.size() - 1), sorted.size());
    }
}
