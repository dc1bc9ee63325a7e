package io.switchboard.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Customer;
import io.switchboard.api.search.SearchDocuments.SearchDocument;
import io.switchboard.api.search.SearchIndex;
import io.switchboard.api.search.SearchIndex.SearchHit;
import io.switchboard.api.search.SearchIndex.SearchQuery;
import io.switchboard.api.search.SearchIndex.SearchResult;
import io.switchboard.api.search.SearchScope;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.ExternalReference;
import io.switchboard.api.ticket.FieldValue;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.testkit.data.HostileTexts;
import io.switchboard.testkit.data.SampleIds;
import io.switchboard.testkit.data.Samples;
import io.switchboard.testkit.data.TicketBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link SearchIndex} must do. */
public interface SearchIndexContract {
    /** A scope that sees every ticket, as the desk itself does. */
    SearchScope ALL = new SearchScope(null, true, true, true, Set.of(), Set.of(), null);

    /** Returns an index that holds just these tickets, ready to be asked. */
    SearchIndex holding(List<SearchDocument> documents) throws Exception;

    /** All words must be there; case and accents do not matter. */
    @Test
    default void findsTicketsThatHaveAllWords() throws Exception {
        SearchIndex index = holding(List.of(
                plain(ticket(1).subject("Printer in M\u00FCnchen jams")),
                plain(ticket(2).subject("Printer out of paper")),
                plain(ticket(3).subject("Network down").description("The PRINTER too, in Munchen"))));
        assertThat(find(index, "printer munchen")).containsExactlyInAnyOrder(1L, 3L);
        assertThat(find(index, "M\u00DCNCHEN")).containsExactlyInAnyOrder(1L, 3L);
        assertThat(find(index, "printer network paper")).isEmpty();
    }

    /** Phrases stand side by side, a minus excludes. */
    @Test
    default void understandsPhrasesAndExclusions() throws Exception {
        SearchIndex index = holding(List.of(
                plain(ticket(1).subject("blue screen of death")),
                plain(ticket(2).subject("screen is blue"))));
        assertThat(find(index, "\"blue screen\"")).containsExactly(1L);
        assertThat(find(index, "blue -death")).containsExactly(2L);
        assertThat(find(index, "-death")).containsExactly(2L);
    }

    /** The word that is being typed is completed; a blank ends it. */
    @Test
    default void completesTheLastWord() throws Exception {
        SearchIndex index = holding(List.of(plain(ticket(1).subject("invoices are wrong"))));
        assertThat(find(index, "wrong invo")).containsExactly(1L);
        assertThat(find(index, "wrong invo ")).isEmpty();
        assertThat(find(index, "invo wrong")).isEmpty();
    }

    /** Fields are asked by name, alone or beside words. */
    @Test
    default void asksFields() throws Exception {
        SearchIndex index = holding(List.of(
                plain(ticket(1)
                        .subject("one")
                        .about("technical/network", "router")
                        .tags("urgent")),
                plain(ticket(2)
                        .subject("two")
                        .assignee(Samples.agent(7).name("Ada Lovelace").build()))));
        assertThat(find(index, "number:SB-1001")).containsExactly(1L);
        assertThat(find(index, "category:technical")).containsExactly(1L);
        assertThat(find(index, "category:network")).isEmpty();
        assertThat(find(index, "product:router tag:urgent one")).containsExactly(1L);
        assertThat(find(index, "assignee:lovelace")).containsExactly(2L);
        assertThat(find(index, "assignee:none")).containsExactly(1L);
        assertThat(find(index, "status:new priority:p3 -tag:urgent")).containsExactly(2L);
        assertThat(find(index, "requester:casey@example.com")).containsExactlyInAnyOrder(1L, 2L);
    }

    /** Numbers, old numbers, people and additional fields are found like words. */
    @Test
    default void findsNumbersPeopleAndAdditionalFields() throws Exception {
        Customer customer = Samples.customer(5)
                .name("Grace Hopper")
                .email("grace@navy.example")
                .build();
        SearchIndex index = holding(List.of(
                plain(ticket(1)
                        .external(new ExternalReference("osTicket", "778899"))
                        .requester(customer)),
                plain(ticket(2).field("serial", new FieldValue.Text("XK-42-B")))));
        assertThat(find(index, "SB-1002")).containsExactly(2L);
        assertThat(find(index, "778899")).containsExactly(1L);
        assertThat(find(index, "hopper")).containsExactly(1L);
        assertThat(find(index, "grace@navy.example")).containsExactly(1L);
        assertThat(find(index, "xk-42-b")).containsExactly(2L);
    }

    /** A note is found only by who may read notes, and never shown to others. */
    @Test
    default void keepsNotesFromWhoMayNotReadThem() throws Exception {
        Ticket ticket = ticket(1).build();
        SearchIndex index = holding(List.of(new SearchDocument(
                ticket,
                List.of(Samples.message(1, ticket, MessageKind.NOTE, "customer is probably lying")),
                Set.of(ticket.requester().id()))));
        assertThat(find(index, "lying")).isEmpty();
        SearchResult found = index.search(new SearchQuery("lying", ALL, true, 10, null));
        assertThat(found.hits()).hasSize(1);
        assertThat(found.hits().get(0).highlights()).anyMatch(piece -> piece.contains("\uE000lying\uE001"));
    }

    /** What was found is marked, in plain text, and nobody can forge a mark. */
    @Test
    default void marksWhatWasFound() throws Exception {
        SearchIndex index = holding(List.of(plain(
                ticket(1).subject("about").description("<b>forged</b> \uE000mark\uE001 around the keyboard here"))));
        SearchHit hit = index.search(new SearchQuery("keyboard", ALL, false, 10, null))
                .hits()
                .get(0);
        assertThat(hit.highlights()).isNotEmpty().hasSizeLessThanOrEqualTo(3);
        assertThat(String.join("", hit.highlights()))
                .contains("\uE000keyboard\uE001")
                .doesNotContain("\uE000mark");
    }

    /** Everybody finds what they may see, and nothing else. */
    @Test
    default void appliesTheScope() throws Exception {
        SearchIndex index = holding(List.of(
                plain(ticket(1).subject("word").team(Samples.team(1))),
                plain(ticket(2).subject("word").team(Samples.team(2))),
                plain(ticket(3).subject("word")),
                plain(ticket(4).subject("word").team(Samples.team(1)).confidential()),
                plain(ticket(5)
                        .subject("word")
                        .team(Samples.team(9))
                        .requester(Samples.customer(1)
                                .organization(SampleIds.organization(1))
                                .build()))));
        var team1 = Set.of(SampleIds.team(1));
        var customer = Samples.customer(1).build().id();
        assertThat(find(index, "word", ALL)).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L);
        assertThat(find(index, "word", new SearchScope(null, true, true, false, Set.of(), Set.of(), null)))
                .containsExactlyInAnyOrder(1L, 2L, 3L, 5L);
        assertThat(find(index, "word", new SearchScope(null, true, true, false, team1, team1, null)))
                .containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L);
        assertThat(find(
                        index,
                        "word",
                        new SearchScope(SampleIds.person(77), true, false, false, Set.of(), team1, null)))
                .containsExactlyInAnyOrder(1L, 3L);
        assertThat(find(index, "word", new SearchScope(customer, false, false, false, Set.of(), Set.of(), null)))
                .containsExactly(5L);
        assertThat(find(
                        index,
                        "word",
                        new SearchScope(
                                SampleIds.person(78),
                                false,
                                false,
                                false,
                                Set.of(),
                                Set.of(),
                                SampleIds.organization(1))))
                .containsExactly(5L);
        assertThat(find(
                        index,
                        "word",
                        new SearchScope(SampleIds.person(900), false, false, false, Set.of(), Set.of(), null)))
                .containsExactlyInAnyOrder(1L, 2L, 3L, 4L);
    }

    /** Spam and trash are found by agents who ask for them. */
    @Test
    default void hidesSpamAndTrashUnlessAskedFor() throws Exception {
        SearchIndex index = holding(List.of(
                plain(ticket(1).subject("word").disposition(Disposition.SPAM)),
                plain(ticket(2).subject("word").disposition(Disposition.TRASH)),
                plain(ticket(3).subject("word").disposition(Disposition.MERGED))));
        assertThat(find(index, "word")).containsExactly(3L);
        assertThat(find(index, "word disposition:spam")).containsExactly(1L);
        assertThat(find(index, "disposition:trash")).containsExactly(2L);
        SearchScope requester = new SearchScope(SampleIds.person(900), false, false, false, Set.of(), Set.of(), null);
        assertThat(find(index, "word disposition:spam", requester)).isEmpty();
    }

    /** Pages follow each other without a gap and without an overlap. */
    @Test
    default void pagesThroughAllHits() throws Exception {
        List<SearchDocument> documents = new ArrayList<>();
        for (long serial = 1; serial <= 53; serial++) {
            documents.add(plain(ticket(serial).subject(serial % 2 == 0 ? "word word" : "word and others")));
        }
        SearchIndex index = holding(documents);
        for (String words : List.of("word", "status:new")) {
            List<TicketId> seen = new ArrayList<>();
            String after = null;
            do {
                SearchResult page = index.search(new SearchQuery(words, ALL, false, 10, after));
                assertThat(page.hits()).isNotEmpty().hasSizeLessThanOrEqualTo(10);
                page.hits().forEach(hit -> seen.add(hit.ticket()));
                after = page.next();
            } while (after != null);
            assertThat(seen).hasSize(53).doesNotHaveDuplicates();
        }
    }

    /** Whatever is typed has an answer or a refusal that names the field. */
    @Test
    default void answersWhateverIsTyped() throws Exception {
        SearchIndex index = holding(List.of(plain(ticket(1))));
        List<String> typed = new ArrayList<>(HostileTexts.all());
        typed.addAll(List.of(
                "\"", "-", "--", "-\"", ":", "status:", "a:b:c", "*", "?", "a* AND (b OR", "[1 TO 2}", "\\", "~"));
        for (String words : typed) {
            String cut = words.substring(0, Math.min(words.length(), 400));
            try {
                assertThat(index.search(new SearchQuery(cut, ALL, true, 10, null)))
                        .isNotNull();
            } catch (SwitchboardException refusal) {
                assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_FIELD);
                assertThat(refusal.fields()).allMatch(error -> error.field().equals("q"));
            }
        }
    }

    /** A value that a field cannot have is refused, and a page mark that is none too. */
    @Test
    default void refusesWhatCannotBe() throws Exception {
        SearchIndex index = holding(List.of(plain(ticket(1))));
        assertThatThrownBy(() -> find(index, "priority:p9"))
                .isInstanceOfSatisfying(
                        SwitchboardException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_FIELD));
        assertThatThrownBy(() -> index.search(new SearchQuery("word", ALL, false, 10, "forged")))
                .isInstanceOfSatisfying(
                        SwitchboardException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_CURSOR));
    }

    /** The same question has the same answer, on any thread. */
    @Test
    default void answersTheSameOnEveryThread() throws Exception {
        SearchIndex index = holding(List.of(plain(ticket(1)), plain(ticket(2))));
        Checks.sameOnEveryThread(() -> index.search(new SearchQuery("printer", ALL, false, 10, null)));
    }

    /** An index that holds all says so. */
    @Test
    default void saysHowFarItIs() throws Exception {
        SearchIndex.IndexState state =
                holding(List.of(plain(ticket(1)), plain(ticket(2)))).state();
        assertThat(state.documents()).isEqualTo(2);
        assertThat(state.rebuilding()).isFalse();
        assertThat(state.progress()).isEqualTo(1);
    }

    private static TicketBuilder ticket(long serial) {
        return Samples.ticket(serial);
    }

    private static SearchDocument plain(TicketBuilder builder) {
        Ticket ticket = builder.build();
        return new SearchDocument(ticket, List.of(), Set.of(ticket.requester().id()));
    }

    private static List<Long> find(SearchIndex index, String words) {
        return find(index, words, ALL);
    }

    private static List<Long> find(SearchIndex index, String words, SearchScope scope) {
        return index.search(new SearchQuery(words, scope, false, 100, null)).hits().stream()
                .map(hit -> hit.ticket().value().getLeastSignificantBits() & Long.MAX_VALUE)
                .toList();
    }
}
