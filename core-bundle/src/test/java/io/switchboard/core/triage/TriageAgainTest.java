package io.switchboard.core.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.deadline.DeadlinePolicy;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.MessageId;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TriageState;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.store.StoreTestbed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When triage looks at a ticket again, and what it tells the advisors then. */
class TriageAgainTest {
    private final StoreTestbed store = StoreTestbed.hsqldb();
    private TriageBench bench;

    @BeforeEach
    void begin() {
        store.open();
        bench = new TriageBench(store);
    }

    @AfterEach
    void end() {
        store.close();
    }

    @Test
    void whatStandsAsideIsTriagedWhenItComesBack() {
        Ticket ticket = bench.open("Not spam");
        dispose(ticket, Disposition.SPAM);
        bench.triage(ticket.id());
        assertThat(bench.read(ticket.id()).progress().triage()).isEqualTo(TriageState.PENDING);
        dispose(ticket, Disposition.NONE);
        List<TicketEvent> events = bench.events(ticket.id());
        bench.triage.react(Map.of(ticket.id(), List.of(events.get(events.size() - 1))));
        assertThat(bench.read(ticket.id()).progress().triage()).isEqualTo(TriageState.DONE);
    }

    private void dispose(Ticket ticket, Disposition to) {
        bench.changes.change(Caller.system("test"), ticket.id(), Precondition.any(), edit -> {
            edit.draft().disposition(to);
            return true;
        });
    }

    @Test
    void noClockStartsOrStopsByAnAutomaticAnswer() {
        List<EventType> told = new ArrayList<>();
        bench.registry.add(
                DeadlinePolicy.class,
                "sla",
                question -> {
                    told.clear();
                    question.history().forEach(event -> told.add(event.type()));
                    return List.of();
                },
                Map.of());
        Ticket ticket = bench.open("Away");
        bench.triage(ticket.id());
        answer(ticket, Map.of("automatic", "true"));
        assertThat(told).containsExactly(EventType.TICKET_OPENED);
        answer(ticket, Map.of());
        assertThat(told).containsExactly(EventType.TICKET_OPENED, EventType.MESSAGE_RECEIVED);
    }

    private void answer(Ticket ticket, Map<String, String> data) {
        bench.changes.change(Caller.system("test"), ticket.id(), Precondition.any(), edit -> {
            edit.said(EventType.MESSAGE_RECEIVED, new MessageId(store.ids().next()), data);
            return true;
        });
        bench.triage(ticket.id());
    }
}
