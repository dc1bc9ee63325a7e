package io.switchboard.core.desk.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.escalation.EscalationQuestion;
import io.switchboard.api.escalation.EscalationRule;
import io.switchboard.api.escalation.EscalationRule.Reason;
import io.switchboard.api.escalation.EscalationRule.Way;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.DeskBench;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.assignment.AssignTicket;
import io.switchboard.core.people.directory.StoredDirectory;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.people.SqlOrganizationStore;
import io.switchboard.core.store.people.SqlTeamStore;
import io.switchboard.core.store.triage.SqlStaffStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What rules of escalation say is done once for each key, and they are asked about what changed and what they asked for. */
class EscalationByRuleTest {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    private DeskBench desk;
    private AskEscalationRules ask;
    private ReadEscalations read;
    private TeamId team;
    private TeamId management;
    private Caller agent;
    private Ticket ticket;
    private final List<EscalationQuestion> asked = new CopyOnWriteArrayList<>();

    @BeforeEach
    void begin() {
        desk = new DeskBench(STORE);
        var transactions = STORE.transactions();
        SqlTeamStore teams = new SqlTeamStore(STORE.mappers());
        read = new ReadEscalations(transactions, desk.read, desk.joined, desk.escalations, desk.persons, desk.teams);
        EscalateTicket escalate = new EscalateTicket(
                transactions,
                desk.changes,
                new EscalationTargets(teams),
                desk.escalations,
                desk.assign,
                desk.watchers,
                desk.notify,
                read,
                STORE.ids());
        StoredDirectory directory = new StoredDirectory(
                transactions,
                desk.persons,
                teams,
                new SqlOrganizationStore(STORE.mappers()),
                new SqlStaffStore(STORE.mappers()));
        ask = new AskEscalationRules(
                transactions,
                new EscalationQuestions(desk.tickets, desk.history, directory, desk.lifecycle),
                escalate,
                desk.registry,
                desk.calls,
                desk.timers,
                desk.clock);
        management = desk.team();
        desk.sql("update team set escalation = true where id = '" + management + "'");
        team = desk.team();
        desk.sql("update team set parent = '" + management + "' where id = '" + team + "'");
        agent = desk.agent(team);
        ticket = desk.assign.handle(
                Caller.system("test"),
                new AssignTicket.Command(
                        desk.open(desk.customer()).id(),
                        Precondition.any(),
                        Objects.requireNonNull(agent.person()),
                        team,
                        null));
    }

    @Test
    void whatIsDueIsDoneOnceForEachKey() {
        Caller manager = desk.agent(management);
        rule("one", question -> escalation("a", Way.HIERARCHICAL, null, true, null));
        ask.about(List.of(ticket.id()));
        ask.about(List.of(ticket.id()));

        assertThat(escalations()).singleElement().satisfies(found -> {
            assertThat(found.plugin()).isEqualTo("one");
            assertThat(found.by()).isNull();
            assertThat(found.to()).extracting(Ticket.TeamReference::id).isEqualTo(management);
            assertThat(found.reason()).isEqualTo("service_level");
        });
        assertThat(desk.happened(ticket.id())).containsOnlyOnce(EventType.TICKET_ESCALATED);
        assertThat(desk.read.ticket(manager, ticket.id()).assignee()).isEqualTo(ticket.assignee());

        rule("two", question -> escalation("a", Way.HIERARCHICAL, null, true, null));
        ask.about(List.of(ticket.id()));
        assertThat(escalations()).extracting(Escalation::plugin).containsExactly("one", "two");
    }

    @Test
    void aFunctionalOneGivesTheTicketAwayUnlessTheTeamHasIt() {
        rule("one", question -> escalation("a", Way.FUNCTIONAL, team, true, null));
        ask.about(List.of(ticket.id()));
        assertThat(escalations()).isEmpty();

        rule("two", question -> escalation("b", Way.FUNCTIONAL, null, true, null));
        ask.about(List.of(ticket.id()));
        Ticket given = desk.now(ticket.id());
        assertThat(given.team()).extracting(Ticket.TeamReference::id).isEqualTo(management);
        assertThat(given.assignee()).isNull();
    }

    @Test
    void theEarliestTimeToAskAgainIsKeptAndWhoDoesNotAnswerIsAskedAgainSoon() {
        Instant later = Instant.parse("2027-01-01T00:00:00Z");
        rule("one", question -> escalation("a", Way.HIERARCHICAL, null, false, later.plusSeconds(9)));
        rule("two", question -> escalation("a", Way.HIERARCHICAL, null, false, later));
        ask.about(List.of(ticket.id()));
        assertThat(timer(ticket.id())).isEqualTo(later);
        assertThat(escalations()).isEmpty();

        rule("three", question -> {
            throw new IllegalStateException("broken on purpose");
        });
        rule("four", question -> escalation(" ", Way.HIERARCHICAL, null, true, null));
        rule("five", question -> escalation("b", Way.HIERARCHICAL, null, true, Instant.EPOCH));
        ask.about(List.of(ticket.id()));
        assertThat(timer(ticket.id())).isBefore(desk.clock.now().plus(Duration.ofMinutes(6)));
        assertThat(escalations()).isEmpty();
    }

    @Test
    void whatCannotGoUpHoldsNothingElseBack() {
        rule(
                "one",
                question ->
                        escalation("a", Way.FUNCTIONAL, new TeamId(STORE.ids().next()), true, null));
        rule("two", question -> escalation("a", Way.HIERARCHICAL, null, true, null));
        ask.about(List.of(ticket.id()));
        assertThat(escalations()).extracting(Escalation::plugin).containsExactly("two");
    }

    @Test
    void itIsAskedAboutOpenTicketsAloneAndToldWhenTheDeskLastMovedThem() {
        rule("one", question -> null);
        Ticket done = desk.openIn(desk.customer(), Status.ASSIGNED, Status.RESOLVED);
        Ticket untriaged = desk.untriaged(desk.customer(), "Printer");
        ask.about(List.of(ticket.id(), done.id(), untriaged.id()));
        assertThat(asked).extracting(question -> question.ticket().id()).containsExactly(ticket.id());
        assertThat(asked.get(0).requester().id()).isEqualTo(ticket.requester().id());
        Instant before = asked.get(0).workedAt();

        desk.clock.moveBy(Duration.ofHours(2));
        PersonId requester = ticket.requester().id();
        desk.say(Caller.person(requester, desk.customer().rights(), "api"), ticket, MessageKind.CUSTOMER, "Well?");
        ask.about(List.of(ticket.id()));
        assertThat(asked.get(1).workedAt()).as("not by the customer").isEqualTo(before);

        desk.say(agent, ticket, MessageKind.NOTE, "I see");
        ask.about(List.of(ticket.id()));
        assertThat(asked.get(2).workedAt()).isAfter(before.plus(Duration.ofHours(2)));
    }

    @Test
    void itLooksAtWhatChangedSinceAndAtAllWhenARuleComes() throws Exception {
        LookForEscalations look = look();
        look.ring("open", Instant.EPOCH);
        assertThat(desk.timers.due).as("nothing to look for").doesNotContainKey("look-for-escalations open");

        rule("one", question -> null);
        look.ring("open", Instant.EPOCH);
        assertThat(seen()).contains(ticket.id());
        assertThat(desk.timers.due).containsKey("look-for-escalations open");

        desk.clock.moveBy(Duration.ofHours(1));
        look.ring("open", Instant.EPOCH);
        asked.clear();
        look.ring("open", Instant.EPOCH);
        assertThat(seen()).doesNotContain(ticket.id());

        desk.say(agent, ticket, MessageKind.NOTE, "I see");
        look.ring("open", Instant.EPOCH);
        assertThat(seen()).contains(ticket.id());
        look.deactivate();
    }

    private LookForEscalations look() {
        return new LookForEscalations(
                STORE.transactions(),
                desk.escalations,
                ask,
                desk.settings,
                desk.timers,
                desk.clock,
                desk.registry,
                Runnable::run);
    }

    private List<TicketId> seen() {
        return asked.stream().map(question -> question.ticket().id()).toList();
    }

    private List<Escalation> escalations() {
        return read.handle(desk.administrator(), ticket.id());
    }

    private @Nullable Instant timer(TicketId id) {
        return desk.timers.due.get("ask-escalation-rules " + id);
    }

    /** What a rule says; null is nothing. */
    private interface Said {
        EscalationRule.@Nullable Escalation of(EscalationQuestion question);
    }

    private void rule(String plugin, Said said) {
        EscalationRule rule = question -> {
            asked.add(question);
            return Optional.ofNullable(said.of(question));
        };
        desk.registry.add(EscalationRule.class, plugin, rule, Map.of());
    }

    private static EscalationRule.Escalation escalation(
            String key, Way way, @Nullable TeamId to, boolean due, @Nullable Instant again) {
        return new EscalationRule.Escalation(key, way, Reason.SERVICE_LEVEL, "It stands still", to, due, again);
    }
}
