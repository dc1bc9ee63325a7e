package io.switchboard.core.desk.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.desk.Actor;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.Ticket.TeamReference;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.DeskBench;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.store.StoreTestbed;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who looked at a confidential ticket is in its history (SP2, AU1). */
class ConfidentialReadsTest {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    private DeskBench desk;
    private TeamId team;
    private Caller customer;

    @BeforeEach
    void begin() {
        desk = new DeskBench(STORE);
        team = desk.team();
        customer = desk.customer();
    }

    @Test
    void eachReaderIsInTheHistoryOnceHoweverTheyLook() {
        Ticket ticket = confidential();
        Caller one = desk.agent(team);
        Caller other = desk.agent(team);
        look(one, ticket);
        look(other, ticket);
        desk.thread.handle(one, ticket.id(), null, 10);
        desk.readHistory.handle(one, ticket.id(), Long.MAX_VALUE, 10);
        assertThat(looks(ticket))
                .extracting(TicketEvent::actor)
                .containsExactly(one.actor(), other.actor())
                .allMatch(actor -> actor instanceof Actor.Person);
    }

    @Test
    void beingReadLeavesATicketAsItIs() {
        Ticket ticket = confidential();
        look(desk.agent(team), ticket);
        assertThat(desk.now(ticket.id())).isEqualTo(ticket);
    }

    @Test
    void whoAskedForHelpAndOrdinaryTicketsAreNotRecorded() {
        Ticket ticket = confidential();
        look(customer, ticket);
        assertThat(looks(ticket)).isEmpty();
        Ticket ordinary = desk.open(customer);
        look(desk.agent(team), ordinary);
        assertThat(looks(ordinary)).isEmpty();
    }

    @Test
    void whatStandsAsideIsRecordedToo() {
        Ticket ticket = confidential();
        Caller agent = desk.agent(team);
        desk.dispose.handle(agent, ticket.id(), Precondition.any(), Disposition.TRASH, null);
        look(agent, ticket);
        assertThat(looks(ticket)).hasSize(1);
    }

    private void look(Caller caller, Ticket ticket) {
        desk.looks.note(caller, desk.read.ticket(caller, ticket.id()));
    }

    private List<TicketEvent> looks(Ticket ticket) {
        return desk.events(ticket.id()).stream()
                .filter(event -> event.type() == EventType.TICKET_CONFIDENTIAL_READ)
                .toList();
    }

    private Ticket confidential() {
        Ticket ticket = desk.open(customer);
        TeamReference reference =
                STORE.transactions().read(() -> desk.teams.of(Set.of(team))).get(team);
        return desk.changes
                .change(Caller.system("test"), ticket.id(), Precondition.any(), edit -> {
                    edit.draft().team(reference);
                    edit.draft().confidential(true);
                    return ticket;
                })
                .ticket();
    }
}
