package io.switchboard.core.triage;

import static io.switchboard.core.desk.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.desk.NewMessage;
import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.handling.HandlingAdvice;
import io.switchboard.api.handling.JudgesMessages;
import io.switchboard.api.handling.SpecialHandling;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.people.BuiltInRole;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Priority;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TriageState;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.DeskBench;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.lineage.Survivors;
import io.switchboard.core.desk.relation.MergeTickets;
import io.switchboard.core.feed.TriageEvents;
import io.switchboard.core.people.directory.Absences;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.triage.SqlExplanationStore;
import io.switchboard.core.store.triage.SqlStaffStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a customer writes later is judged before it is kept (SP2). */
class JudgeMessagesTest {
    private static final Map<String, Object> JUDGES = Map.of(JudgesMessages.PREFIX_ + "messages", true);
    private static final String SECRET = "The secret is under the mat";

    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    private final AtomicInteger asked = new AtomicInteger();
    private DeskBench desk;
    private SqlExplanationStore explanations;
    private Caller customer;
    private Caller agent;
    private Caller guard;
    private TeamId security;
    private Ticket ticket;

    @BeforeEach
    void begin() {
        desk = new DeskBench(STORE);
        var mappers = STORE.mappers();
        explanations = new SqlExplanationStore(mappers);
        Staff staff = new StoredStaff(
                STORE.transactions(),
                new SqlStaffStore(mappers),
                desk.teams,
                new Absences(STORE.transactions(), desk.persons, STORE.ids()));
        desk.judgement = new JudgeMessages(
                desk.registry, desk.calls, desk.read, desk.changes, explanations, staff, desk.lifecycle, desk.clock);
        customer = desk.customer();
        TeamId first = desk.team();
        agent = desk.agent(first);
        security = desk.team();
        guard = desk.agent(security);
        ticket = given(desk.open(customer), agent, first);
    }

    @Test
    void aSecretThatComesLaterIsSeenByTheTeamAloneFromTheMomentInWhichItIsThere() {
        register(JUDGES, security);
        desk.say(customer, ticket, MessageKind.CUSTOMER, SECRET);

        Ticket now = desk.now(ticket.id());
        assertThat(now.confidential()).isTrue();
        assertThat(now.team()).extracting(Ticket.TeamReference::id).isEqualTo(security);
        assertThat(now.assignee()).isNull();
        assertThat(now.tags()).contains("guarded");
        assertThat(now.classification().priority()).isEqualTo(Priority.P1);
        refused(ErrorCode.NOT_FOUND, () -> desk.read.ticket(agent, ticket.id()));
        assertThat(desk.thread.handle(guard, ticket.id(), null, 10)).hasSize(2);
        assertThat(desk.thread.handle(customer, ticket.id(), null, 10)).hasSize(2);
        List<TicketEvent> events = desk.events(ticket.id());
        assertThat(events)
                .filteredOn(event -> event.type() == EventType.TICKET_CONFIDENTIALITY_CHANGED)
                .as("it is not the customer who did it")
                .extracting(TicketEvent::actor)
                .containsExactly(TriageEvents.TRIAGE);
        assertThat(explanation()).contains("Special handling asks for this team");
    }

    @Test
    void withoutTheTeamItBelongsToNobodyAndWaitsForWhoeverDecides() {
        register(JUDGES, null);
        desk.say(customer, ticket, MessageKind.CUSTOMER, SECRET);

        Ticket now = desk.now(ticket.id());
        assertThat(now.team()).isNull();
        assertThat(now.assignee()).isNull();
        refused(ErrorCode.NOT_FOUND, () -> desk.read.ticket(agent, ticket.id()));
        refused(ErrorCode.NOT_FOUND, () -> desk.read.ticket(guard, ticket.id()));
        Caller lead = Caller.person(desk.person("lead"), BuiltInRole.SUPERVISOR.rights(), "api");
        assertThat(desk.read.ticket(lead, ticket.id()).confidential()).isTrue();
        assertThat(explanation()).contains(Secrecy.NO_TEAM);
    }

    @Test
    void whatIsHarmlessChangesNothingAndWhoDoesNotJudgeMessagesIsNotAsked() {
        register(Map.of(), security);
        desk.say(customer, ticket, MessageKind.CUSTOMER, SECRET);
        assertThat(asked).hasValue(0);
        register(JUDGES, security);
        desk.say(customer, ticket, MessageKind.CUSTOMER, "Thank you");
        desk.say(agent, ticket, MessageKind.REPLY, SECRET);
        assertThat(asked).hasValue(1);
        assertThat(desk.now(ticket.id()).confidential()).isFalse();
        assertThat(desk.now(ticket.id()).assignee()).isNotNull();
    }

    @Test
    void ifNobodyAnswersTheTicketIsHiddenWithTheMessageUntilTriageHasSpoken() {
        desk.registry.add(
                SpecialHandling.class,
                "broken",
                new Handling(security) {
                    @Override
                    public Optional<HandlingAdvice> judgeMessage(Ticket of, NewMessage message) {
                        throw new IllegalStateException("no list of words");
                    }
                },
                JUDGES);
        int before = desk.events(ticket.id()).size();
        desk.say(customer, ticket, MessageKind.CUSTOMER, SECRET);

        assertThat(desk.now(ticket.id()).progress().triage()).isEqualTo(TriageState.PENDING);
        refused(ErrorCode.NOT_FOUND, () -> desk.read.ticket(agent, ticket.id()));
        assertThat(desk.thread.handle(customer, ticket.id(), null, 10)).hasSize(2);
        List<EventType> happened = desk.happened(ticket.id())
                .subList(before, desk.events(ticket.id()).size());
        assertThat(happened).contains(EventType.PLUGIN_REMARKED, EventType.MESSAGE_RECEIVED);
        assertThat(happened.get(0)).as("all else is held back").isEqualTo(EventType.TICKET_DISPOSITION_CHANGED);
    }

    @Test
    void aTicketThatIsConfidentialAlreadyStaysWithWhomItIs() {
        register(JUDGES, security);
        desk.changes.change(Caller.system("test"), ticket.id(), Precondition.any(), edit -> {
            edit.draft().confidential(true);
            return ticket;
        });
        desk.say(customer, ticket, MessageKind.CUSTOMER, SECRET);
        assertThat(asked).hasValue(0);
        assertThat(desk.now(ticket.id()).assignee()).isNotNull();
    }

    @Test
    void anAnswerThatMakesAFollowUpLeavesTheSolvedTicketAsItIs() {
        register(JUDGES, security);
        Ticket solved = desk.move(desk.move(ticket, Status.ASSIGNED), Status.RESOLVED);
        desk.clock.moveBy(Duration.ofDays(15));
        Ticket follow = desk.say(customer, solved, MessageKind.CUSTOMER, SECRET);
        assertThat(follow.id()).isNotEqualTo(ticket.id());
        assertThat(follow.progress().triage()).isEqualTo(TriageState.PENDING);
        assertThat(desk.now(ticket.id()).confidential()).isFalse();
    }

    @Test
    void ofAMergedTicketItAndTheOneThatShowsItAreKeptFromOthers() {
        register(JUDGES, security);
        Ticket survivor = desk.open(desk.customer());
        new MergeTickets(
                        STORE.transactions(),
                        desk.changes,
                        desk.read,
                        new Survivors(STORE.transactions(), desk.tickets))
                .merge(Caller.system("test"), ticket.id(), Precondition.any(), survivor.id());
        desk.say(customer, ticket, MessageKind.CUSTOMER, SECRET);
        assertThat(List.of(desk.now(ticket.id()), desk.now(survivor.id())))
                .allMatch(Ticket::confidential)
                .allMatch(one -> one.assignee() == null)
                .allSatisfy(one ->
                        assertThat(Objects.requireNonNull(one.team()).id()).isEqualTo(security));
    }

    private String explanation() {
        return STORE.transactions().read(() -> explanations.find(ticket.id())).orElseThrow();
    }

    private Ticket given(Ticket fresh, Caller to, TeamId team) {
        PersonId person = Objects.requireNonNull(to.person());
        Ticket.TeamReference reference =
                STORE.transactions().read(() -> desk.teams.of(Set.of(team))).get(team);
        return desk.changes
                .change(Caller.system("test"), fresh.id(), Precondition.any(), edit -> {
                    edit.draft().team(reference);
                    edit.draft().assignee(new PersonReference(person, "agent", null, false));
                    return fresh;
                })
                .ticket();
    }

    private void register(Map<String, Object> properties, @Nullable TeamId team) {
        desk.registry.add(SpecialHandling.class, "handle-security", new Handling(team), properties);
    }

    /** Finds a secret where there is the word. */
    private class Handling implements SpecialHandling {
        private final @Nullable TeamId team;

        Handling(@Nullable TeamId team) {
            this.team = team;
        }

        @Override
        public String mark() {
            return "guarded";
        }

        @Override
        public int precedence() {
            return 100;
        }

        @Override
        public Optional<HandlingAdvice> judge(HandlingQuestion question) {
            return Optional.empty();
        }

        @Override
        public Optional<HandlingAdvice> judgeMessage(Ticket of, NewMessage message) {
            asked.incrementAndGet();
            return Optional.of(message.body())
                    .filter(body -> body.contains("secret"))
                    .map(body -> new HandlingAdvice("holds a secret", true, team, false, Priority.P1, null));
        }
    }
}
