package io.switchboard.core.desk.escalation;

import static io.switchboard.core.desk.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.escalation.EscalationRule.Reason;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.DeskBench;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.assignment.AssignTicket;
import io.switchboard.core.desk.escalation.EscalateTicket.Escalated;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.people.SqlTeamStore;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Escalation by hand (ES1 to ES3, AS6). */
class EscalateTicketTest {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    private DeskBench desk;
    private EscalateTicket escalate;
    private AnswerEscalation answer;
    private ReadEscalations read;
    private TeamId first;
    private TeamId specialists;
    private Caller agent;
    private Caller specialist;
    private Ticket ticket;

    @BeforeEach
    void begin() {
        desk = new DeskBench(STORE);
        var transactions = STORE.transactions();
        SqlTeamStore teams = new SqlTeamStore(STORE.mappers());
        read = new ReadEscalations(transactions, desk.read, desk.joined, desk.escalations, desk.persons, desk.teams);
        escalate = new EscalateTicket(
                transactions,
                desk.changes,
                new EscalationTargets(teams),
                desk.escalations,
                desk.assign,
                desk.watchers,
                desk.notify,
                read,
                STORE.ids());
        answer = new AnswerEscalation(desk.changes, desk.escalations, desk.assign, desk.teams, desk.persons, read);
        TeamId department = team(null, 1, true);
        first = team(department, 1, false);
        specialists = team(department, 3, false);
        agent = desk.agent(first);
        specialist = desk.agent(specialists);
        ticket = give(desk.open(desk.customer()), self(agent), first);
    }

    @Test
    void aFunctionalOneGivesTheTicketToTheTierOfTheSameDepartmentAndSaysWhy() {
        team(null, 3, false);
        Escalated done = escalate(EscalationKind.FUNCTIONAL, null, 3);
        assertThat(done.ticket().team()).extracting(Ticket.TeamReference::id).isEqualTo(specialists);
        assertThat(done.ticket().assignee()).isNull();
        assertThat(done.escalation().state()).isEqualTo("open");
        assertThat(desk.events(ticket.id()))
                .filteredOn(event -> event.type() == EventType.TICKET_ESCALATED)
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.reason()).isEqualTo("We do not know why");
                    assertThat(event.data())
                            .containsEntry("kind", "functional")
                            .containsEntry("reason", "technical_complexity")
                            .containsEntry("to", specialists.toString());
                });
        assertThat(read.handle(specialist, ticket.id())).containsExactly(done.escalation());
    }

    @Test
    void whatIsSentBackGoesToTheTeamAndTheAgentWhoHadIt() {
        UUID id = escalate(EscalationKind.FUNCTIONAL, specialists, null)
                .escalation()
                .id();
        refused(ErrorCode.INVALID_FIELD, () -> answer(specialist, id, Verdict.SENT_BACK, null));
        Escalated back = answer(specialist, id, Verdict.SENT_BACK, "Try a restart first");
        assertThat(back.ticket().team()).isEqualTo(ticket.team());
        assertThat(back.ticket().assignee()).extracting(PersonReference::id).isEqualTo(agent.person());
        assertThat(back.escalation().answer()).isEqualTo("Try a restart first");
        refused(ErrorCode.NOT_FOUND, () -> answer(specialist, id, Verdict.ACCEPTED, null));
        refused(ErrorCode.ALREADY_EXISTS, () -> answer(desk.administrator(), id, Verdict.ACCEPTED, null));
    }

    @Test
    void whatIsTakenOnStaysAndWhatWasReviewedComesBack() {
        UUID taken = escalate(EscalationKind.FUNCTIONAL, specialists, null)
                .escalation()
                .id();
        assertThat(answer(specialist, taken, Verdict.ACCEPTED, null).ticket().team())
                .extracting(Ticket.TeamReference::id)
                .isEqualTo(specialists);
        give(desk.now(ticket.id()), self(agent), first);
        UUID review =
                escalate(EscalationKind.REVIEW, specialists, null).escalation().id();
        assertThat(desk.now(ticket.id()).team())
                .extracting(Ticket.TeamReference::id)
                .isEqualTo(specialists);
        Ticket reviewed =
                answer(specialist, review, Verdict.ACCEPTED, "Go ahead").ticket();
        assertThat(reviewed.team()).isEqualTo(ticket.team());
        assertThat(reviewed.assignee()).isEqualTo(ticket.assignee());
    }

    @Test
    void whatWentOnToOthersMeanwhileStaysThere() {
        UUID id = escalate(EscalationKind.FUNCTIONAL, specialists, null)
                .escalation()
                .id();
        TeamId others = desk.team();
        give(desk.now(ticket.id()), null, others);
        Caller supervisor = desk.administrator();
        assertThat(answer(supervisor, id, Verdict.SENT_BACK, "No").ticket().team())
                .extracting(Ticket.TeamReference::id)
                .isEqualTo(others);
    }

    @Test
    void ofAHierarchicalOneThoseWhoDecideTakePartAndTheTicketStays() {
        TeamId above = Objects.requireNonNull(STORE.transactions()
                .read(() -> new SqlTeamStore(STORE.mappers()).find(first).orElseThrow())
                .parent());
        Caller manager = Caller.person(self(desk.agent(above)), desk.agent().rights(), "api");
        team(null, 1, true);
        Escalated done = escalate(EscalationKind.HIERARCHICAL, null, null);
        assertThat(done.escalation().to()).extracting(Ticket.TeamReference::id).isEqualTo(above);
        assertThat(done.ticket().team()).isEqualTo(ticket.team());
        assertThat(done.ticket().assignee()).isEqualTo(ticket.assignee());
        assertThat(desk.read.ticket(manager, ticket.id()).id()).isEqualTo(ticket.id());
        assertThat(desk.happened(ticket.id())).contains(EventType.PARTICIPANT_CHANGED);
    }

    @Test
    void onlyThoseToWhomItWentAnswerIt() {
        UUID id = escalate(EscalationKind.HIERARCHICAL, specialists, null)
                .escalation()
                .id();
        refused(ErrorCode.POLICY_REFUSED, () -> answer(agent, id, Verdict.ACCEPTED, null));
        refused(ErrorCode.NOT_FOUND, () -> answer(specialist, UUID.randomUUID(), Verdict.ACCEPTED, null));
        Ticket other = give(desk.open(desk.customer()), null, specialists);
        refused(
                ErrorCode.NOT_FOUND,
                () -> answer.handle(specialist, other.id(), Precondition.any(), id, Verdict.ACCEPTED, null));
    }

    @Test
    void whatIsWrongIsRefusedAndChangesNothing() {
        refused(ErrorCode.INVALID_FIELD, () -> escalate(EscalationKind.FUNCTIONAL, null, null));
        refused(ErrorCode.INVALID_FIELD, () -> escalate(EscalationKind.FUNCTIONAL, null, 4));
        refused(ErrorCode.INVALID_FIELD, () -> escalate(EscalationKind.FUNCTIONAL, first, null));
        refused(ErrorCode.INVALID_FIELD, () -> escalate(EscalationKind.REVIEW, new TeamId(UUID.randomUUID()), null));
        refused(
                ErrorCode.INVALID_FIELD,
                () -> escalate.handle(
                        agent,
                        ticket.id(),
                        Precondition.any(),
                        new Escalation.Wish(EscalationKind.REVIEW, Reason.AUTHORITY, " ", specialists, null, null)));
        refused(
                ErrorCode.STALE_VERSION,
                () -> escalate.handle(
                        agent,
                        ticket.id(),
                        Precondition.version(99),
                        wish(EscalationKind.FUNCTIONAL, specialists, null)));
        Caller customer = Caller.person(ticket.requester().id(), Set.of(Right.TICKET_OPEN), "api");
        refused(
                ErrorCode.RIGHT_MISSING,
                () -> escalate.handle(
                        customer, ticket.id(), Precondition.any(), wish(EscalationKind.FUNCTIONAL, specialists, null)));
        refused(ErrorCode.RIGHT_MISSING, () -> read.handle(customer, ticket.id()));
        assertThat(desk.now(ticket.id())).isEqualTo(ticket);
        assertThat(read.handle(agent, ticket.id())).isEmpty();
    }

    private Escalated escalate(EscalationKind kind, @Nullable TeamId team, @Nullable Integer tier) {
        return escalate.handle(agent, ticket.id(), Precondition.any(), wish(kind, team, tier));
    }

    private static Escalation.Wish wish(EscalationKind kind, @Nullable TeamId team, @Nullable Integer tier) {
        return new Escalation.Wish(kind, Reason.TECHNICAL_COMPLEXITY, "We do not know why", team, tier, null);
    }

    private Escalated answer(Caller caller, UUID escalation, Verdict verdict, @Nullable String words) {
        return answer.handle(caller, ticket.id(), Precondition.any(), escalation, verdict, words);
    }

    private Ticket give(Ticket given, @Nullable PersonId to, TeamId team) {
        return desk.assign.handle(
                Caller.system("test"), new AssignTicket.Command(given.id(), Precondition.any(), to, team, null));
    }

    private TeamId team(@Nullable TeamId parent, int tier, boolean escalation) {
        TeamId id = desk.team();
        desk.sql("update team set tier = " + tier + ", escalation = " + escalation + ", parent = "
                + (parent == null ? "null" : "'" + parent + "'") + " where id = '" + id + "'");
        return id;
    }

    private static PersonId self(Caller caller) {
        return Objects.requireNonNull(caller.person());
    }
}
