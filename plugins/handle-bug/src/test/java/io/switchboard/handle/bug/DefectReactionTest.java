package io.switchboard.handle.bug;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.reaction.EventType;
import io.switchboard.api.ticket.FieldValue;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.testkit.ReactionContract;
import io.switchboard.testkit.data.Samples;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DefectReactionTest implements ReactionContract {
    private static final Set<String> WANTED = Set.of(
            "ticket.opened",
            "ticket.edited",
            "ticket.assigned",
            "ticket.reopened",
            "ticket.linked",
            "ticket.merged",
            "ticket.unmerged",
            "ticket.confidentiality_changed",
            "ticket.purged");

    private final BugBench bench = BugBench.usual();
    private final Ticket known = bench.there(bench.inWork(1).tags(BugBench.TAG));

    @Override
    public DefectReaction testee() {
        return bench.reaction;
    }

    @Override
    public Set<EventType> wanted() {
        return Arrays.stream(EventType.values())
                .filter(type -> WANTED.contains(type.id()))
                .collect(Collectors.toSet());
    }

    @Override
    public Ticket known() {
        return known;
    }

    @Override
    public Object effect() {
        return List.of(
                bench.tables.members, bench.tables.defects, bench.now(known).tags());
    }

    @Test
    void whatACustomerCallsAConfirmedDefectIsNone() throws Exception {
        Ticket ticket = bench.there(Samples.ticket(2)
                .tags(BugBench.TAG, "report-confidential", "mine")
                .field("defect", new FieldValue.Text("Call me: 030 123"))
                .field("bugReport", new FieldValue.Text("github-1")));
        bench.happens(ticket, EventType.TICKET_OPENED, null, Map.of());
        bench.settle();
        Ticket after = bench.now(ticket);
        assertThat(after.tags()).containsExactly("mine");
        assertThat(after.fields().values()).containsOnly(new FieldValue.Text(""));
        assertThat(bench.trackers.reported()).isEmpty();
    }

    @Test
    void whatAnAgentLogsAsAConfirmedDefectIsOne() throws Exception {
        Ticket ticket = bench.there(bench.inWork(2).tags(BugBench.TAG).submitter(Samples.reference(BugBench.ANN)));
        bench.happens(ticket, EventType.TICKET_OPENED, null, Map.of());
        bench.settle();
        assertThat(bench.trackers.reported()).hasSize(1);
    }

    @Test
    void aTicketThatIsCalledADefectNoLongerHearsNoMoreOfIt() throws Exception {
        bench.confirm(bench.there(bench.inWork(2)));
        Ticket ticket = bench.there(bench.inWork(3));
        bench.confirm(ticket);
        bench.happens(ticket, EventType.TICKET_LINKED, null, Map.of());
        bench.tag(ticket, BugBench.TAG, false);
        assertThat(bench.defects.member(ticket.id())).isEmpty();
        assertThat(bench.desk.remarks(ticket.id())).last().asString().contains("github-2", "stays in the tracker");
    }

    @Test
    void aPurgedTicketLeavesNothingBehind() throws Exception {
        Ticket ticket = bench.there(bench.inWork(2));
        bench.confirm(ticket);
        assertThat(bench.tables.members).hasSize(1);
        bench.happens(ticket, EventType.TICKET_PURGED, null, Map.of());
        assertThat(bench.tables.members).isEmpty();
    }
}
