package io.switchboard.bench.fill;

import io.switchboard.api.desk.Actor;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.lifecycle.StatusCategory;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.FieldChange;
import io.switchboard.api.ticket.Circumstances;
import io.switchboard.api.ticket.Classification;
import io.switchboard.api.ticket.Level;
import io.switchboard.api.ticket.MessageId;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Priority;
import io.switchboard.api.ticket.Progress;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.ResolutionKind;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.TicketType;
import io.switchboard.api.ticket.TriageState;
import io.switchboard.bench.fill.Inhabitants.Agent;
import io.switchboard.core.desk.history.History;
import io.switchboard.core.lifecycle.Lifecycle;
import io.switchboard.core.store.Database;
import io.switchboard.core.store.IdGenerator;
import io.switchboard.core.store.MyBatisTransactions;
import io.switchboard.core.store.history.HistoryRow;
import io.switchboard.core.store.history.SqlHistoryStore;
import io.switchboard.core.store.number.NumberBlocks;
import io.switchboard.core.store.number.TicketNumbers;
import io.switchboard.core.store.people.SqlPersonStore;
import io.switchboard.core.store.people.TeamReferences;
import io.switchboard.core.store.setting.SqlSettingStore;
import io.switchboard.core.store.thread.SqlThreadStore;
import io.switchboard.core.store.ticket.SqlTicketStore;
import io.switchboard.core.store.ticket.StoredTicket;
import io.switchboard.core.store.triage.SqlAgentLoads;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Writes tickets of the last two years. The latest fiftieth is still being worked on, whatever the size of the desk; of the
 * others nearly all are closed. The same number and seed give the same texts.
 */
final class TicketWriter {
    private static final Duration PAST = Duration.ofDays(730);
    private static final double OPEN = 0.98;

    private final MyBatisTransactions transactions;
    private final IdGenerator ids;
    private final Inhabitants inhabitants;
    private final Lifecycle lifecycle = new Lifecycle();
    private final Vocabulary vocabulary = new Vocabulary();
    private final TicketNumbers numbers;
    private final SqlThreadStore threads;
    private final SqlTicketStore tickets;
    private final SqlAgentLoads loads;
    private final History history;
    /** In whole milliseconds: the hash of a history row covers a time as the database keeps it. */
    private final Instant begin = Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(PAST);

    TicketWriter(Database database, MyBatisTransactions transactions, IdGenerator ids, Inhabitants inhabitants) {
        this.transactions = transactions;
        this.ids = ids;
        this.inhabitants = inhabitants;
        this.numbers = new TicketNumbers(new NumberBlocks(database), new SqlSettingStore(transactions, transactions));
        this.threads = new SqlThreadStore(transactions);
        this.tickets = new SqlTicketStore(
                transactions, new SqlPersonStore(transactions), new TeamReferences(transactions), threads, lifecycle);
        this.loads = new SqlAgentLoads(transactions);
        this.history = new History(new SqlHistoryStore(transactions), tickets);
    }

    /** Writes the tickets from one place on until before another, of so many in all, in one transaction. */
    void write(int from, int end, int all) {
        transactions.write(() -> {
            for (int place = from; place < end; place++) {
                write(place, (double) place / all);
            }
            return end;
        });
    }

    private void write(int place, double age) {
        Random random = new Random(place);
        Instant opened = begin.plus(Duration.ofMillis((long) (age * PAST.toMillis())));
        Agent agent = inhabitants.agent(random);
        PersonReference customer = inhabitants.customer(random);
        TicketId id = new TicketId(ids.next());
        Biography life = new Biography(ids, lifecycle, random, id, opened);
        String body = vocabulary.paragraph(random, 3 + random.nextInt(7));
        Actor.Person asking = new Actor.Person(customer.id(), "portal");
        MessageId opening = life.said(MessageKind.CUSTOMER, EventType.TICKET_OPENED, asking, body);
        triaged(life, agent);
        boolean worked = age < OPEN || random.nextInt(3) > 0;
        if (worked) {
            answered(life, agent, asking, random);
        }
        if (age < OPEN) {
            solved(life, agent, random);
        } else if (worked && random.nextInt(3) == 0) {
            life.moved(Status.WAITING_FOR_CUSTOMER, person(agent));
        }
        Ticket ticket = ticket(life, random, body, customer, agent, opened);
        life.messages().forEach(threads::append);
        String hash = history.append(HistoryRow.BEGINNING, life.events());
        tickets.insert(
                new StoredTicket(ticket, Set.of(), opening, null, life.events().size(), hash));
        if (lifecycle.category(life.progress()) != StatusCategory.DONE) {
            loads.moved(null, agent.person().id(), life.now());
        }
    }

    private static Actor.Person person(Agent agent) {
        return new Actor.Person(agent.person().id(), "api");
    }

    private static void triaged(Biography life, Agent agent) {
        Actor triage = new Actor.System("triage");
        life.happened(
                EventType.TICKET_ASSIGNED,
                triage,
                new FieldChange("team", null, agent.team().id().toString()),
                new FieldChange("assignee", null, agent.person().id().toString()));
        life.moved(Status.ASSIGNED, triage);
        life.happened(EventType.TICKET_TRIAGED, triage);
    }

    private void answered(Biography life, Agent agent, Actor.Person asking, Random random) {
        life.later();
        life.moved(Status.IN_PROGRESS, person(agent));
        life.said(MessageKind.REPLY, EventType.MESSAGE_SENT, person(agent), vocabulary.paragraph(random, 3));
        if (random.nextBoolean()) {
            life.later();
            life.said(MessageKind.CUSTOMER, EventType.MESSAGE_RECEIVED, asking, vocabulary.paragraph(random, 2));
        }
    }

    private static void solved(Biography life, Agent agent, Random random) {
        life.later();
        life.moved(Status.RESOLVED, person(agent));
        if (random.nextInt(50) > 0) {
            life.later();
            life.moved(Status.CLOSED, new Actor.Timer("close-unverified"));
        }
    }

    private Ticket ticket(
            Biography life, Random random, String body, PersonReference customer, Agent agent, Instant opened) {
        Level impact = Level.values()[random.nextInt(Level.values().length)];
        Level urgency = Level.values()[random.nextInt(Level.values().length)];
        Progress moved = life.progress();
        boolean done = lifecycle.category(moved) == StatusCategory.DONE;
        return new Ticket(
                life.events().get(0).ticket(),
                numbers.next(),
                life.events().size(),
                vocabulary.sentence(random, 4 + random.nextInt(6)),
                body,
                customer,
                customer,
                null,
                "portal",
                new Classification(
                        TicketType.INCIDENT,
                        "technical-issues",
                        null,
                        impact,
                        urgency,
                        Priority.of(impact, urgency),
                        false),
                new Progress(
                        moved.profile(),
                        moved.status(),
                        moved.stage(),
                        moved.nextMove(),
                        moved.disposition(),
                        TriageState.DONE,
                        null,
                        moved.statusSince(),
                        0),
                agent.person(),
                agent.team(),
                Circumstances.UNKNOWN,
                done ? new Resolution(ResolutionKind.FIX, "Done.", null, null, null, null) : null,
                List.of(),
                null,
                null,
                Set.of(),
                Map.of(),
                false,
                false,
                null,
                opened,
                life.now());
    }
}
