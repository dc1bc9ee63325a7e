package io.switchboard.core.desk.assignment;

import static io.switchboard.core.desk.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.Ticket.TeamReference;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.DeskBench;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.triage.SqlAgentLoads;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Assigning by hand (AS1, AS6). */
class AssignTicketTest {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    private DeskBench desk;
    private TeamId team;
    private Caller agent;
    private Ticket ticket;

    @BeforeEach
    void begin() {
        desk = new DeskBench(STORE);
        team = desk.team();
        agent = desk.agent(team);
        ticket = desk.open(desk.customer());
    }

    @Test
    void anAgentMakesANewTicketAnAssignedOne() {
        Ticket after = assign(agent.person(), team);
        assertThat(after.assignee()).extracting(PersonReference::id).isEqualTo(agent.person());
        assertThat(after.team()).extracting(TeamReference::id).isEqualTo(team);
        assertThat(after.progress().status()).isEqualTo(Status.ASSIGNED);
        assertThat(desk.happened(ticket.id())).contains(EventType.TICKET_ASSIGNED, EventType.TICKET_TRANSITIONED);
        assertThat(desk.events(ticket.id()))
                .last()
                .satisfies(event -> assertThat(event.reason()).isEqualTo("knows printers"));
    }

    @Test
    void aTeamAloneLeavesItNew() {
        Ticket after = assign(null, team);
        assertThat(after.progress().status()).isEqualTo(Status.NEW);
        assertThat(after.team()).extracting(TeamReference::id).isEqualTo(team);
    }

    @Test
    void theLoadGoesWithTheTicket() {
        assign(agent.person(), null);
        assertThat(load(agent)).isEqualTo(1);
        Caller other = desk.agent(team);
        assign(other.person(), null);
        assertThat(load(agent)).isZero();
        desk.dispose.handle(agent, ticket.id(), Precondition.any(), Disposition.SPAM, null);
        assertThat(load(other)).isZero();
    }

    @Test
    void whoIsNoAgentGetsNoTicket() {
        refused(ErrorCode.INVALID_FIELD, () -> assign(desk.customer().person(), null));
        refused(ErrorCode.INVALID_FIELD, () -> assign(new PersonId(STORE.ids().next()), null));
        refused(
                ErrorCode.INVALID_FIELD,
                () -> assign(null, new TeamId(STORE.ids().next())));
    }

    private int load(Caller who) {
        return STORE.transactions()
                .read(() -> new SqlAgentLoads(STORE.mappers()).all().get(who.person()))
                .openTickets();
    }

    private Ticket assign(@Nullable PersonId person, @Nullable TeamId toTeam) {
        return desk.assign.handle(
                agent, new AssignTicket.Command(ticket.id(), Precondition.any(), person, toTeam, "knows printers"));
    }
}
