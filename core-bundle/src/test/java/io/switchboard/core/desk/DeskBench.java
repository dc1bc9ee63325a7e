package io.switchboard.core.desk;

import io.switchboard.api.desk.Contact;
import io.switchboard.api.desk.NewMessage;
import io.switchboard.api.desk.NewTicket;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.people.BuiltInRole;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.ResolutionKind;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.TriageState;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditLog;
import io.switchboard.core.desk.assignment.AssignTicket;
import io.switchboard.core.desk.configuration.Catalog;
import io.switchboard.core.desk.configuration.DeskSettings;
import io.switchboard.core.desk.configuration.LifecycleProfiles;
import io.switchboard.core.desk.configuration.PriorityMatrix;
import io.switchboard.core.desk.configuration.TypeProfiles;
import io.switchboard.core.desk.conversation.AfterPosting;
import io.switchboard.core.desk.conversation.Attaching;
import io.switchboard.core.desk.conversation.CustomerAnswer;
import io.switchboard.core.desk.conversation.MessageJudgement;
import io.switchboard.core.desk.conversation.PostMessage;
import io.switchboard.core.desk.conversation.ReadThread;
import io.switchboard.core.desk.conversation.ReopenWindow;
import io.switchboard.core.desk.history.History;
import io.switchboard.core.desk.intake.Channels;
import io.switchboard.core.desk.intake.IntakePace;
import io.switchboard.core.desk.intake.OpenTicket;
import io.switchboard.core.desk.lineage.BranchTicket;
import io.switchboard.core.desk.lineage.JoinedTickets;
import io.switchboard.core.desk.lineage.Survivors;
import io.switchboard.core.desk.notification.Mentions;
import io.switchboard.core.desk.notification.NotificationWatch;
import io.switchboard.core.desk.notification.Notify;
import io.switchboard.core.desk.notification.Watchers;
import io.switchboard.core.desk.progress.BuryTicket;
import io.switchboard.core.desk.progress.DisposeTicket;
import io.switchboard.core.desk.progress.ExpireTicket;
import io.switchboard.core.desk.progress.Guards;
import io.switchboard.core.desk.progress.LeftFiles;
import io.switchboard.core.desk.progress.PostponeTicket;
import io.switchboard.core.desk.progress.PurgeTicket;
import io.switchboard.core.desk.progress.TicketRemains;
import io.switchboard.core.desk.progress.TransitionTicket;
import io.switchboard.core.desk.record.ConfidentialReads;
import io.switchboard.core.desk.record.EditTicket;
import io.switchboard.core.desk.record.ReadHistory;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.desk.work.TicketWork;
import io.switchboard.core.feed.FanOutForTests;
import io.switchboard.core.lifecycle.Lifecycle;
import io.switchboard.core.people.Contacts;
import io.switchboard.core.people.directory.KeepPreferences;
import io.switchboard.core.sockets.BoundedPluginCalls;
import io.switchboard.core.sockets.FakeRegistry;
import io.switchboard.core.sockets.Quarantine;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.audit.SqlAuditStore;
import io.switchboard.core.store.broadcast.SqlBroadcastStore;
import io.switchboard.core.store.draft.SqlDraftStore;
import io.switchboard.core.store.escalation.SqlEscalationStore;
import io.switchboard.core.store.feed.SqlFeedStore;
import io.switchboard.core.store.history.SqlHistoryStore;
import io.switchboard.core.store.lifecycle.SqlProfileStore;
import io.switchboard.core.store.link.SqlLinkStore;
import io.switchboard.core.store.notification.SqlNotificationStore;
import io.switchboard.core.store.number.NumberBlocks;
import io.switchboard.core.store.number.TicketNumbers;
import io.switchboard.core.store.people.PersonRow;
import io.switchboard.core.store.people.SqlPersonStore;
import io.switchboard.core.store.people.SqlTeamStore;
import io.switchboard.core.store.people.TeamReferences;
import io.switchboard.core.store.presence.SqlPresenceStore;
import io.switchboard.core.store.setting.SqlSettingStore;
import io.switchboard.core.store.survey.SqlSurveyStore;
import io.switchboard.core.store.thread.SqlThreadStore;
import io.switchboard.core.store.ticket.SqlTicketStore;
import io.switchboard.core.store.triage.SqlAgentLoads;
import io.switchboard.core.store.triage.SqlExplanationStore;
import io.switchboard.core.store.verification.SqlVerificationStore;
import io.switchboard.core.store.work.SqlTaskStore;
import io.switchboard.core.store.work.SqlTimeStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** The use cases of the desk on a real store, for tests. */
public final class DeskBench {
    public final StoreTestbed testbed;
    public final SteppingClock clock = new SteppingClock();
    public final FakeRegistry registry = new FakeRegistry();
    public final FakeTimers timers = new FakeTimers();
    public final Lifecycle lifecycle;
    public final BoundedPluginCalls calls = new BoundedPluginCalls(new Quarantine());
    public final SqlPersonStore persons;
    public final TeamReferences teams;
    public final SqlThreadStore threads;
    public final SqlTicketStore tickets;
    public final SqlHistoryStore historyStore;
    public final SqlSettingStore settings;
    public final History history;
    public final AuditLog audit;
    public final PriorityMatrix matrix;
    public final Catalog catalog;
    public final TypeProfiles profiles;
    public final LifecycleProfiles lifecycles;
    public final TicketChanges changes;
    public final Contacts contacts;
    public final ReadTicket read;
    public final OpenTicket open;
    public final PostMessage post;
    public final ConfidentialReads looks;
    public final ReadThread thread;
    public final TransitionTicket transition;
    public final AssignTicket assign;
    public final EditTicket edit;
    public final DisposeTicket dispose;
    public final BuryTicket bury;
    public final PurgeTicket purge;
    public final ExpireTicket expire;
    public final PostponeTicket postpone;
    public final ReadHistory readHistory;
    public final SqlLinkStore links;
    public final TicketNumbers numbers;
    /** What special handlings say of messages: nothing, unless a test puts somebody in the place. */
    public MessageJudgement judgement = (caller, ticket, message) -> MessageJudgement.Verdict.ORDINARY;

    public final BranchTicket branch;
    public final JoinedTickets joined;
    public final SqlTaskStore tasks;
    public final SqlTimeStore times;
    public final SqlDraftStore drafts;
    public final SqlEscalationStore escalations;
    public final SqlNotificationStore notifications;
    public final SqlBroadcastStore broadcasts;
    public final Watchers watchers;
    public final Notify notify;
    public final TicketWork work;

    /** Makes a desk on an open store. */
    public DeskBench(StoreTestbed testbed) {
        this.testbed = testbed;
        var transactions = testbed.transactions();
        var mappers = testbed.mappers();
        var ownProfiles = new SqlProfileStore(transactions, mappers);
        lifecycle = new Lifecycle(ownProfiles);
        persons = new SqlPersonStore(mappers);
        teams = new TeamReferences(mappers);
        threads = new SqlThreadStore(mappers);
        tickets = new SqlTicketStore(mappers, persons, teams, threads, lifecycle);
        historyStore = new SqlHistoryStore(mappers);
        settings = new SqlSettingStore(transactions, mappers);
        history = new History(historyStore, tickets);
        audit = new AuditLog(transactions, new SqlAuditStore(mappers), testbed.ids());
        catalog = new Catalog(transactions, settings, audit);
        var deskSettings = new DeskSettings(transactions, settings, audit);
        matrix = new PriorityMatrix(deskSettings);
        profiles = new TypeProfiles(transactions, settings, lifecycle, audit);
        lifecycles = new LifecycleProfiles(transactions, ownProfiles, profiles, audit);
        changes = new TicketChanges(
                transactions,
                tickets,
                history,
                FanOutForTests.make(testbed, history),
                lifecycle,
                testbed.ids(),
                clock,
                new SqlAgentLoads(mappers),
                new NextUpdateTimer(timers));
        contacts = new Contacts(persons, testbed.ids());
        read = new ReadTicket(transactions, tickets);
        joined = new JoinedTickets(tickets);
        tasks = new SqlTaskStore(mappers);
        times = new SqlTimeStore(mappers);
        drafts = new SqlDraftStore(mappers);
        escalations = new SqlEscalationStore(mappers);
        notifications = new SqlNotificationStore(mappers);
        watchers = new Watchers(tickets, new SqlTeamStore(mappers), persons);
        notify = new Notify(
                notifications,
                new KeepPreferences(transactions, settings, persons),
                testbed.ids(),
                transactions,
                new NotificationWatch(transactions, notifications));
        broadcasts = new SqlBroadcastStore(mappers);
        work = new TicketWork(
                joined,
                tasks,
                times,
                drafts,
                new SqlPresenceStore(mappers),
                escalations,
                notifications,
                new SqlSurveyStore(mappers),
                broadcasts);
        Attaching attaching = new Attaching(threads);
        open = new OpenTicket(
                transactions,
                changes,
                tickets,
                threads,
                contacts,
                new Channels(registry, calls),
                catalog,
                new TicketNumbers(new NumberBlocks(testbed.database()), settings),
                profiles,
                matrix,
                lifecycle,
                attaching,
                testbed.ids(),
                clock,
                new IntakePace(transactions));
        postpone = new PostponeTicket(changes, timers);
        transition = new TransitionTicket(
                changes, read, new Guards(registry, calls, transactions, work), lifecycle, postpone);
        links = new SqlLinkStore(mappers);
        numbers = new TicketNumbers(new NumberBlocks(testbed.database()), settings);
        branch = new BranchTicket(changes, links, profiles, lifecycle, testbed.ids());
        post = new PostMessage(
                changes,
                threads,
                contacts,
                transition,
                new CustomerAnswer(lifecycle, new ReopenWindow(deskSettings), transition),
                attaching,
                branch,
                new Survivors(transactions, tickets),
                numbers,
                new AfterPosting(drafts, new Mentions(persons, watchers, notify)),
                testbed.ids(),
                transactions,
                (caller, ticket, message) -> judgement.ask(caller, ticket, message));
        looks = new ConfidentialReads(changes, transactions, audit);
        thread = new ReadThread(transactions, read, looks, tickets, threads, persons);
        assign = new AssignTicket(changes, persons, teams, lifecycle);
        edit = new EditTicket(changes, catalog, profiles, matrix);
        dispose = new DisposeTicket(changes, postpone, lifecycle);
        bury = new BuryTicket(
                changes,
                new TicketRemains(
                        threads,
                        historyStore,
                        links,
                        new SqlExplanationStore(mappers),
                        new SqlVerificationStore(mappers),
                        new SqlFeedStore(mappers),
                        timers,
                        new LeftFiles(transactions),
                        work),
                tickets,
                clock);
        purge = new PurgeTicket(transactions, bury, tickets, audit);
        expire = new ExpireTicket(bury, tickets);
        readHistory = new ReadHistory(transactions, read, history, looks);
    }

    /** Returns somebody who may do everything an administrator may. */
    public Caller administrator() {
        return Caller.person(person("admin"), BuiltInRole.ADMINISTRATOR.rights(), "api");
    }

    /** Returns an agent of a team of their own. */
    public Caller agent() {
        TeamId team = team();
        return agent(team);
    }

    /** Returns an agent of a team. */
    public Caller agent(TeamId team) {
        PersonId agent = person("agent");
        sql("insert into team_member (team, person) values ('" + team + "', '" + agent + "')");
        return Caller.person(agent, BuiltInRole.AGENT.rights(), "api").withTeams(Set.of(team), Set.of(team));
    }

    /** Returns a customer. */
    public Caller customer() {
        return Caller.person(person("customer"), BuiltInRole.CUSTOMER.rights(), "api");
    }

    /** Adds a person. */
    public PersonId person(String name) {
        PersonId id = new PersonId(testbed.ids().next());
        String email = name + "." + id + "@example.org";
        testbed.transactions().write(() -> {
            persons.insert(PersonRow.customer(id, name, email, email, null, null, null, clock.now()));
            return id;
        });
        return id;
    }

    /** Adds a team. */
    public TeamId team() {
        TeamId id = new TeamId(testbed.ids().next());
        sql("insert into team (id, name, name_key, parent, tier, escalation, version, created_at, updated_at) values ('"
                + id + "', 'Team', 'team " + id
                + "', null, 1, false, 1, current_timestamp, current_timestamp)");
        return id;
    }

    /** Opens a ticket that triage has not seen. */
    public Ticket untriaged(Caller caller, String subject) {
        return open.handle(caller, NewTicket.of(subject, "It smokes", new Contact(null, null, null), "api"));
    }

    /** Opens a ticket that triage has let through as it is. */
    public Ticket open(Caller caller) {
        return triaged(untriaged(caller, "Printer"));
    }

    /** Lets triage wave a ticket through. */
    public Ticket triaged(Ticket fresh) {
        return changes.change(Caller.system("triage"), fresh.id(), Precondition.any(), edit -> {
                    edit.draft().triage(TriageState.DONE);
                    return fresh;
                })
                .ticket();
    }

    /** Opens a ticket and has it walk along statuses, as an administrator would. */
    public Ticket openIn(Caller caller, Status... way) {
        Ticket ticket = open(caller);
        for (Status status : way) {
            ticket = move(ticket, status);
        }
        return ticket;
    }

    /** Moves a ticket, with a resolution where one is needed. */
    public Ticket move(Ticket ticket, Status to) {
        Resolution resolution = to.equals(Status.RESOLVED)
                ? new Resolution(ResolutionKind.FIX, "new rollers", null, null, null, null)
                : null;
        return transition.handle(
                Caller.system("test"),
                new TransitionTicket.Command(ticket.id(), Precondition.any(), to, null, resolution, null));
    }

    /** Returns a message of plain text. */
    public static NewMessage message(MessageKind kind, String body) {
        return NewMessage.of(kind, body, "api");
    }

    /** Posts as the caller. */
    public Ticket say(Caller caller, Ticket ticket, MessageKind kind, String body) {
        return post.handle(caller, ticket.id(), Precondition.any(), message(kind, body))
                .ticket();
    }

    /** Returns what happened to a ticket, from the first event on. */
    public List<TicketEvent> events(TicketId ticket) {
        return testbed.transactions().read(() -> history.ofTicket(ticket));
    }

    /** Returns the types of what happened to a ticket. */
    public List<EventType> happened(TicketId ticket) {
        return events(ticket).stream().map(TicketEvent::type).toList();
    }

    /** Returns the ticket as it stands. */
    public Ticket now(TicketId ticket) {
        return read.ticket(Caller.system("test"), ticket);
    }

    /** Runs a statement behind the store's back. */
    public void sql(String statement) {
        try (Connection connection = testbed.database().openConnection()) {
            connection.createStatement().execute(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
