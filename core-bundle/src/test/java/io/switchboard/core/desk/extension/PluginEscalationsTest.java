package io.switchboard.core.desk.extension;

import static io.switchboard.core.desk.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.desk.Actor;
import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.escalation.EscalationRule.Reason;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.DeskBench;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.assignment.AssignTicket;
import io.switchboard.core.desk.escalation.AnswerEscalation;
import io.switchboard.core.desk.escalation.EscalateTicket;
import io.switchboard.core.desk.escalation.Escalation;
import io.switchboard.core.desk.escalation.EscalationKind;
import io.switchboard.core.desk.escalation.EscalationTargets;
import io.switchboard.core.desk.escalation.ReadEscalations;
import io.switchboard.core.desk.record.EditTicket.Patch;
import io.switchboard.core.desk.record.ListTickets;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.people.SqlTeamStore;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Escalation in the hands of plugins (SP3). */
class PluginEscalationsTest {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    private DeskBench desk;
    private PluginEscalations escalations;
    private EscalateTicket byHand;
    private TeamId first;
    private TeamId development;
    private Caller agent;
    private Ticket ticket;

    @BeforeEach
    void begin() {
        desk = new DeskBench(STORE);
        var transactions = STORE.transactions();
        var read =
                new ReadEscalations(transactions, desk.read, desk.joined, desk.escalations, desk.persons, desk.teams);
        var escalate = new EscalateTicket(
                transactions,
                desk.changes,
                new EscalationTargets(new SqlTeamStore(STORE.mappers())),
                desk.escalations,
                desk.assign,
                desk.watchers,
                desk.notify,
                read,
                STORE.ids());
        var answer = new AnswerEscalation(desk.changes, desk.escalations, desk.assign, desk.teams, desk.persons, read);
        escalations =
                new PluginEscalations("handle-bug", new PluginCallers(useCases()), useCases(), escalate, answer, read);
        byHand = escalate;
        first = desk.team();
        development = desk.team();
        agent = desk.agent(first);
        ticket = desk.assign.handle(
                Caller.system("test"),
                new AssignTicket.Command(
                        desk.open(desk.customer()).id(), Precondition.any(), agent.person(), first, null));
    }

    @Test
    void aPluginGivesATicketToATeamInItsOwnNameOnce() {
        assertThat(escalate()).isTrue();
        assertThat(escalate()).isFalse();
        assertThat(desk.now(ticket.id()).team())
                .extracting(Ticket.TeamReference::id)
                .isEqualTo(development);
        assertThat(desk.events(ticket.id()))
                .filteredOn(event -> event.type() == EventType.TICKET_ESCALATED)
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.reason()).isEqualTo("A defect");
                    assertThat(event.actor())
                            .isInstanceOfSatisfying(
                                    Actor.Plugin.class,
                                    actor -> assertThat(actor.plugin()).isEqualTo("handle-bug"));
                });
    }

    @Test
    void whatItSendsBackGoesToTheTeamAndTheAgentWhoHadIt() {
        escalate();
        assertThat(escalations.sendBack(ticket.id(), development, "It is repaired"))
                .isTrue();
        Ticket back = desk.now(ticket.id());
        assertThat(back.team()).isEqualTo(ticket.team());
        assertThat(back.assignee()).extracting(PersonReference::id).isEqualTo(agent.person());
        assertThat(escalations.sendBack(ticket.id(), development, "Once more")).isFalse();
    }

    @Test
    void whatAPersonEscalatedIsNotAPluginsToSendBack() {
        byHand.handle(
                agent,
                ticket.id(),
                Precondition.any(),
                new Escalation.Wish(
                        EscalationKind.FUNCTIONAL,
                        Reason.TECHNICAL_COMPLEXITY,
                        "We do not see why",
                        development,
                        null,
                        null));
        assertThat(escalations.sendBack(ticket.id(), development, "It is repaired"))
                .isFalse();
        assertThat(desk.now(ticket.id()).team())
                .extracting(Ticket.TeamReference::id)
                .isEqualTo(development);
    }

    @Test
    void aTeamThatIsNotThereIsNamedAndATicketThatItDoesNotSeeIsNotThere() {
        refused(
                ErrorCode.INVALID_FIELD,
                () -> escalations.escalate(
                        ticket.id(), new TeamId(new UUID(9, 9)), Reason.TECHNICAL_COMPLEXITY, "A defect"));
        desk.edit.handle(
                Caller.system("test"),
                ticket.id(),
                Precondition.any(),
                new Patch(null, null, null, null, null, null, null, null, null, null, null, null, null, null, true),
                null);
        refused(ErrorCode.NOT_FOUND, this::escalate);
    }

    private boolean escalate() {
        return escalations.escalate(ticket.id(), development, Reason.TECHNICAL_COMPLEXITY, "A defect");
    }

    private DeskUseCases useCases() {
        return new DeskUseCases(
                STORE.transactions(),
                desk.changes,
                desk.history,
                desk.lifecycle,
                desk.open,
                desk.post,
                desk.thread,
                desk.read,
                new ListTickets(STORE.transactions(), desk.tickets, desk.clock),
                desk.transition,
                desk.assign,
                desk.edit,
                desk.postpone);
    }
}
