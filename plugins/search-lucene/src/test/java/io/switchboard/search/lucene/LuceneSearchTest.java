package io.switchboard.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.search.SearchDocuments;
import io.switchboard.api.search.SearchDocuments.SearchDocument;
import io.switchboard.api.search.SearchIndex;
import io.switchboard.api.search.SearchIndex.SearchQuery;
import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.api.ticket.Message;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TriageState;
import io.switchboard.testkit.SearchIndexContract;
import io.switchboard.testkit.data.SampleIds;
import io.switchboard.testkit.data.Samples;
import io.switchboard.testkit.data.TicketGenerator;
import io.switchboard.testkit.fake.InMemorySearchDocuments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneSearchTest implements SearchIndexContract {
    @TempDir
    Path folder;

    private final InMemorySearchDocuments documents = new InMemorySearchDocuments();
    private final List<LuceneSearch> opened = new ArrayList<>();

    @AfterEach
    void stop() {
        opened.forEach(LuceneSearch::stop);
    }

    @Override
    public SearchIndex holding(List<SearchDocument> all) throws Exception {
        all.forEach(documents::put);
        return whole(open());
    }

    @Test
    void aChangeIsFoundAndWhatItReplacedIsNot() throws Exception {
        LuceneSearch search = whole(open());
        put(Samples.ticket(1).subject("before").build());
        search.react(List.of(Samples.event(Samples.ticket(1).build(), 1, EventType.TICKET_OPENED)));
        until(() -> count(search, "before") == 1);
        put(Samples.ticket(1).subject("after").build());
        search.react(List.of(Samples.event(Samples.ticket(1).build(), 2, EventType.TICKET_EDITED)));
        until(() -> count(search, "after") == 1);
        assertThat(count(search, "before")).isZero();
    }

    @Test
    void aPurgedTicketIsGone() throws Exception {
        put(Samples.ticket(1).subject("secret").build());
        LuceneSearch search = whole(open());
        documents.remove(SampleIds.ticket(1));
        search.react(List.of(Samples.event(Samples.ticket(1).build(), 2, EventType.TICKET_PURGED)));
        until(() -> count(search, "secret") == 0);
    }

    @Test
    void aTicketIsNotFoundBeforeTriageHasSpoken() throws Exception {
        put(Samples.ticket(1).subject("leak").triage(TriageState.PENDING).build());
        assertThat(count(whole(open()), "leak")).isZero();
    }

    @Test
    void htmlIsFoundByItsTextAlone() throws Exception {
        Ticket ticket = Samples.ticket(1).build();
        Message html = new Message(
                SampleIds.message(1),
                ticket.id(),
                MessageKind.REPLY,
                null,
                "<p class=\"lurid\">Please re<b>boot</b></p>",
                BodyFormat.HTML,
                "email",
                false,
                List.of(),
                Samples.NOW);
        documents.put(new SearchDocument(ticket, List.of(html), Set.of()));
        LuceneSearch search = whole(open());
        assertThat(count(search, "reboot")).isOne();
        assertThat(count(search, "lurid")).isZero();
    }

    @Test
    void whatWasAcknowledgedSurvivesACrash() throws Exception {
        LuceneSearch search = whole(open());
        put(Samples.ticket(1).subject("kept").build());
        search.react(List.of(Samples.event(Samples.ticket(1).build(), 1, EventType.TICKET_OPENED)));
        Path copy = copyAsAfterACrash();
        LuceneSearch after = whole(open(copy, documents));
        until(() -> count(after, "kept") == 1);
    }

    @Test
    void aCallThatIsCutOffLeavesTheIndexUsable() throws Exception {
        LuceneSearch search = whole(open());
        put(Samples.ticket(1).subject("kept").build());
        List<TicketEvent> events = List.of(Samples.event(Samples.ticket(1).build(), 1, EventType.TICKET_OPENED));
        Thread cutOff = new Thread(() -> {
            Thread.currentThread().interrupt();
            accepted(search, events);
        });
        cutOff.start();
        cutOff.join();
        until(() -> accepted(search, events));
        until(() -> count(search, "kept") == 1);
    }

    private static boolean accepted(LuceneSearch search, List<TicketEvent> events) {
        try {
            search.react(events);
            return true;
        } catch (IOException comesAgain) {
            return false;
        }
    }

    @Test
    void aDamagedIndexIsRebuilt() throws Exception {
        put(Samples.ticket(1).subject("found").build());
        whole(open());
        stop();
        opened.clear();
        try (Stream<Path> files = Files.list(folder.resolve("index"))) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith("segments_"))
                    .toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        assertThat(count(whole(open()), "found")).isOne();
    }

    @Test
    void aDeletedIndexIsRebuilt() throws Exception {
        put(Samples.ticket(1).subject("found").build());
        whole(open());
        stop();
        opened.clear();
        IndexFolder.clear(folder.resolve("index"));
        assertThat(count(whole(open()), "found")).isOne();
    }

    @Test
    void anOldPageMarkHoldsWhileTicketsComeIn() throws Exception {
        new TicketGenerator(7).tickets(300).forEach(this::put);
        LuceneSearch search = whole(open());
        var first = search.search(new SearchQuery("status:new", ALL, false, 10, null));
        put(Samples.ticket(5_000).build());
        search.react(List.of(Samples.event(Samples.ticket(5_000).build(), 1, EventType.TICKET_OPENED)));
        until(() -> count(search, "number:SB-6000") == 1);
        var second = search.search(new SearchQuery("status:new", ALL, false, 10, first.next()));
        assertThat(second.hits()).hasSize(10).doesNotContainAnyElementsOf(first.hits());
    }

    @Test
    void findsTheSameTicketsAsAScanOfThemAll() throws Exception {
        List<Ticket> tickets = new TicketGenerator(11).tickets(2_000);
        tickets.forEach(this::put);
        LuceneSearch search = whole(open());
        for (String words : List.of("printer", "vpn slow", "invoice network", "backup license error", "screen")) {
            long expected =
                    tickets.stream().filter(ticket -> has(ticket, words)).count();
            assertThat(countAll(search, words + " ")).as(words).isEqualTo(expected);
        }
    }

    private static boolean has(Ticket ticket, String words) {
        List<String> there =
                List.of((ticket.subject() + " " + ticket.description() + " " + String.join(" ", ticket.tags()))
                        .toLowerCase(Locale.ROOT)
                        .split(" "));
        return there.containsAll(List.of(words.split(" ")));
    }

    private static long countAll(SearchIndex search, String words) {
        long count = 0;
        String after = null;
        do {
            var page = search.search(new SearchQuery(words, ALL, false, 100, after));
            count += page.hits().size();
            after = page.next();
        } while (after != null);
        return count;
    }

    private static int count(SearchIndex search, String words) {
        return search.search(new SearchQuery(words, ALL, false, 10, null))
                .hits()
                .size();
    }

    private void put(Ticket ticket) {
        documents.put(
                new SearchDocument(ticket, List.of(), Set.of(ticket.requester().id())));
    }

    private LuceneSearch open() throws IOException {
        return open(folder, documents);
    }

    private LuceneSearch open(Path where, SearchDocuments from) throws IOException {
        LuceneSearch search = new LuceneSearch(where, from, 16, 300);
        opened.add(search);
        return search;
    }

    private static LuceneSearch whole(LuceneSearch search) throws InterruptedException {
        until(() -> !search.state().rebuilding());
        return search;
    }

    /** Copies the files of the open index; again if one of them went meanwhile, which no crash would show. */
    private Path copyAsAfterACrash() throws IOException {
        try {
            return copyTo(Files.createTempDirectory(folder, "copy"));
        } catch (NoSuchFileException wentMeanwhile) {
            return copyAsAfterACrash();
        }
    }

    private Path copyTo(Path copy) throws IOException {
        Files.createDirectories(copy.resolve("index"));
        Files.copy(folder.resolve("journal"), copy.resolve("journal"));
        try (Stream<Path> files = Files.list(folder.resolve("index"))) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve("index").resolve(file.getFileName()));
            }
        }
        return copy;
    }

    private interface Condition {
        boolean holds();
    }

    /** Waits for what happens on another thread; a test that waits in vain is ended by the build's own time limit. */
    private static void until(Condition condition) throws InterruptedException {
        while (!condition.holds()) {
            Thread.sleep(20);
        }
    }
}
