package io.switchboard.core.triage;

import io.switchboard.api.assignment.AssignmentQuestion;
import io.switchboard.api.assignment.AssignmentRule;
import io.switchboard.api.assignment.CandidateScore;
import io.switchboard.api.desk.Contact;
import io.switchboard.api.desk.NewTicket;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditLog;
import io.switchboard.core.desk.FakeTimers;
import io.switchboard.core.desk.NextUpdateTimer;
import io.switchboard.core.desk.TicketChanges;
import io.switchboard.core.desk.configuration.Catalog;
import io.switchboard.core.desk.configuration.DeskSettings;
import io.switchboard.core.desk.configuration.PriorityMatrix;
import io.switchboard.core.desk.configuration.TypeProfiles;
import io.switchboard.core.desk.conversation.Attaching;
import io.switchboard.core.desk.history.History;
import io.switchboard.core.desk.intake.Channels;
import io.switchboard.core.desk.intake.IntakePace;
import io.switchboard.core.desk.intake.OpenTicket;
import io.switchboard.core.desk.record.ListTickets;
import io.switchboard.core.desk.record.TellImportance;
import io.switchboard.core.feed.FanOutForTests;
import io.switchboard.core.lifecycle.Lifecycle;
import io.switchboard.core.people.Contacts;
import io.switchboard.core.people.directory.Absences;
import io.switchboard.core.people.lookup.LookupBench;
import io.switchboard.core.sockets.BoundedPluginCalls;
import io.switchboard.core.sockets.FakeRegistry;
import io.switchboard.core.sockets.Quarantine;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.audit.SqlAuditStore;
import io.switchboard.core.store.history.SqlHistoryStore;
import io.switchboard.core.store.number.NumberBlocks;
import io.switchboard.core.store.number.TicketNumbers;
import io.switchboard.core.store.people.PersonRow;
import io.switchboard.core.store.people.SqlAccessStore;
import io.switchboard.core.store.people.SqlPersonStore;
import io.switchboard.core.store.people.SqlTeamStore;
import io.switchboard.core.store.people.TeamReferences;
import io.switchboard.core.store.setting.SqlSettingStore;
import io.switchboard.core.store.thread.SqlThreadStore;
import io.switchboard.core.store.ticket.SqlTicketStore;
import io.switchboard.core.store.triage.SqlAgentLoads;
import io.switchboard.core.store.triage.SqlExplanationStore;
import io.switchboard.core.store.triage.SqlStaffStore;
import io.switchboard.core.timing.DeskClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A desk with real tickets and triage, on a real store, for tests. */
final class TriageBench {
    final StoreTestbed testbed;
    final FakeRegistry registry = new FakeRegistry();
    final StoredTriagePolicy policy;
    final EditTriagePolicy editPolicy;
    final FakeTimers timers = new FakeTimers();
    final Triage triage;
    final AssignWaiting assignWaiting;
    final TicketChanges changes;
    final SqlTicketStore tickets;
    final History history;
    final SqlAgentLoads loads;
    final AssignmentWeights weights;
    final WhatIf whatIf;
    final LookupBench lookupBench;
    final SqlExplanationStore explanations;
    private final OpenTicket open;

    TriageBench(StoreTestbed testbed) {
        this.testbed = testbed;
        var transactions = testbed.transactions();
        var mappers = testbed.mappers();
        var persons = new SqlPersonStore(mappers);
        var teams = new TeamReferences(mappers);
        var threads = new SqlThreadStore(mappers);
        var lifecycle = new Lifecycle();
        var settings = new SqlSettingStore(transactions, mappers);
        var calls = new BoundedPluginCalls(new Quarantine());
        var audit = new AuditLog(transactions, new SqlAuditStore(mappers), testbed.ids());
        var deskSettings = new DeskSettings(transactions, settings, audit);
        var matrix = new PriorityMatrix(deskSettings);
        var catalog = new Catalog(transactions, settings, audit);
        var profiles = new TypeProfiles(transactions, settings, lifecycle, audit);
        DeskClock clock = new MachineClock();
        tickets = new SqlTicketStore(mappers, persons, teams, threads, lifecycle);
        history = new History(new SqlHistoryStore(mappers), tickets);
        loads = new SqlAgentLoads(mappers);
        explanations = new SqlExplanationStore(mappers);
        changes = new TicketChanges(
                transactions,
                tickets,
                history,
                FanOutForTests.make(testbed, history),
                lifecycle,
                testbed.ids(),
                clock,
                loads,
                new NextUpdateTimer(timers));
        open = new OpenTicket(
                transactions,
                changes,
                tickets,
                threads,
                new Contacts(persons, testbed.ids()),
                new Channels(registry, calls),
                catalog,
                new TicketNumbers(new NumberBlocks(testbed.database()), settings),
                profiles,
                matrix,
                lifecycle,
                new Attaching(threads),
                testbed.ids(),
                clock,
                new IntakePace(transactions));
        var tree = new TeamTree(transactions, new SqlAccessStore(mappers));
        policy = new StoredTriagePolicy(deskSettings, tree);
        editPolicy = new EditTriagePolicy(policy, transactions, new SqlTeamStore(mappers), catalog);
        weights = new AssignmentWeights(deskSettings, tree);
        var staffStore = new SqlStaffStore(mappers);
        Staff staff =
                new StoredStaff(transactions, staffStore, teams, new Absences(transactions, persons, testbed.ids()));
        TriageDesk desk = new StoredTriageDesk(
                tickets, threads, persons, staffStore, history, changes, profiles, lifecycle, staff, registry);
        whatIf = new WhatIf(
                new ListTickets(transactions, tickets, clock),
                transactions,
                desk,
                loads,
                weights,
                lifecycle,
                registry,
                calls,
                policy,
                staff);
        lookupBench = new LookupBench(testbed, registry, persons, audit, new TellImportance(tickets, changes), clock);
        triage = new Triage(
                transactions,
                desk,
                loads,
                explanations,
                new Advisors(registry, calls, policy, weights, staff, lifecycle, clock, matrix),
                lookupBench.lookups,
                timers);
        assignWaiting = new AssignWaiting(triage, timers, clock);
    }

    TeamId team(String name) {
        TeamId team = new TeamId(testbed.ids().next());
        sql("insert into team (id, name, name_key, parent, tier, escalation, version, created_at, updated_at) values ('"
                + team + "', '" + name + "', '" + name + "', null, 1, false, 1, current_timestamp, current_timestamp)");
        return team;
    }

    void below(TeamId parent, TeamId team) {
        sql("update team set parent = '" + parent + "' where id = '" + team + "'");
    }

    PersonId agent(String name, TeamId team) {
        PersonId agent = new PersonId(testbed.ids().next());
        testbed.transactions().write(() -> {
            new SqlPersonStore(testbed.mappers())
                    .insert(PersonRow.customer(
                            agent,
                            name,
                            name + "@desk.example",
                            name + "@desk.example",
                            null,
                            null,
                            null,
                            Instant.now().truncatedTo(ChronoUnit.MICROS)));
            return true;
        });
        sql("insert into team_member (team, person) values ('" + team + "', '" + agent + "')");
        return agent;
    }

    /** Adds a rule whose scores a test makes up. */
    void rule(String plugin, Function<AssignmentQuestion, List<CandidateScore>> scores) {
        registry.add(
                AssignmentRule.class,
                plugin,
                new AssignmentRule() {
                    @Override
                    public String name() {
                        return "Rule of " + plugin;
                    }

                    @Override
                    public List<CandidateScore> score(AssignmentQuestion question) {
                        return scores.apply(question);
                    }
                },
                Map.of());
    }

    /** Prefers who has fewer open tickets. */
    void workloadRule() {
        rule(
                "workload",
                question -> question.candidates().stream()
                        .map(candidate -> CandidateScore.of(
                                candidate.agent().id(), 100.0 / (1 + candidate.openTickets()), "has fewer tickets"))
                        .toList());
    }

    PersonId senior(String name, TeamId team) {
        PersonId agent = agent(name, team);
        sql("update person set senior = true where id = '" + agent + "'");
        return agent;
    }

    Ticket open(String subject) {
        return open.handle(
                Caller.anonymous("api"),
                NewTicket.of(subject, "It does not work", new Contact("Cus", "cus@example.org", null), "api"));
    }

    Ticket read(TicketId id) {
        return testbed.transactions().read(() -> tickets.find(id)).orElseThrow().ticket();
    }

    List<TicketEvent> events(TicketId id) {
        return testbed.transactions().read(() -> history.ofTicket(id));
    }

    void triage(TicketId id) {
        triage.react(Map.of(id, events(id)));
    }

    void sql(String statement) {
        try (Connection connection = testbed.database().openConnection()) {
            connection.createStatement().execute(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static final class MachineClock implements DeskClock {
        @Override
        public Instant now() {
            return Instant.now().truncatedTo(ChronoUnit.MICROS);
        }

        @Override
        public boolean movable() {
            return false;
        }

        @Override
        public Duration moved() {
            return Duration.ZERO;
        }

        @Override
        public void moveBy(Duration step) {
            throw new UnsupportedOperationException("this clock does not move");
        }

        @Override
        public AutoCloseable onMove(Runnable listener) {
            return () -> {};
        }
    }
}
