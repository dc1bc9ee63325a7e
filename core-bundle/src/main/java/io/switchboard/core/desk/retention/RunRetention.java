package io.switchboard.core.desk.retention;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditKind;
import io.switchboard.core.audit.AuditLog;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.person.ErasePerson;
import io.switchboard.core.desk.person.ErasePerson.Wish;
import io.switchboard.core.desk.person.TicketWords;
import io.switchboard.core.desk.progress.ExpireTicket;
import io.switchboard.core.desk.retention.OldThings.Looked;
import io.switchboard.core.desk.retention.RetentionRules.Action;
import io.switchboard.core.desk.retention.RetentionRules.Rules;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.retention.OldTicket;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the rules of retention out. Each ticket and customer goes in a transaction of their own, together with the note
 * that they went; what cannot go now is passed over, and looked at again the next night.
 */
@Component(service = RunRetention.class)
public final class RunRetention {
    private static final Logger LOG = LoggerFactory.getLogger(RunRetention.class);
    private static final Caller DESK = Caller.timer("retention");
    private static final Set<ErrorCode> PASSED =
            EnumSet.of(ErrorCode.NOT_FOUND, ErrorCode.PURGED, ErrorCode.TICKET_NOT_CHANGEABLE, ErrorCode.IN_USE);
    private static final int PAGE = 100;
    private static final int ROWS = 500;

    private final Transactions transactions;
    private final RetentionRules rules;
    private final RetentionRuns runs;
    private final OldThings old;
    private final ExpireTicket expire;
    private final EmptyTicket empty;
    private final ErasePerson erase;
    private final AuditLog audit;

    /** Makes the use case. */
    @Activate
    public RunRetention(
            @Reference Transactions transactions,
            @Reference RetentionRules rules,
            @Reference RetentionRuns runs,
            @Reference OldThings old,
            @Reference ExpireTicket expire,
            @Reference EmptyTicket empty,
            @Reference ErasePerson erase,
            @Reference AuditLog audit) {
        this.transactions = transactions;
        this.rules = rules;
        this.runs = runs;
        this.old = old;
        this.expire = expire;
        this.empty = empty;
        this.erase = erase;
        this.audit = audit;
    }

    /** Begins a run, or goes on with one that broke off, to its end. Rules that are taken back stop it. */
    void handle(Instant now) {
        RetentionRun run = transactions.write(() -> runs.beginOrGoOn(now));
        Subject subject = run.subject();
        while (subject != null) {
            Integer days = rules.current().content().days(subject);
            if (days != null) {
                take(subject, run.begunAt().minus(Duration.ofDays(days)));
            }
            subject = passOn(subject, now);
        }
    }

    private @Nullable Subject passOn(Subject done, Instant now) {
        return transactions.write(() -> {
            RetentionRun next = runs.put(runs.current().beyond(done, now));
            if (next.subject() == null && !rules.current().content().equals(Rules.NONE)) {
                Map<String, Long> counts = new TreeMap<>();
                next.taken().forEach((subject, count) -> counts.put(subject.id(), count));
                audit.record(DESK, AuditKind.RETENTION_RUN, "retention:desk", null, counts);
            }
            return next.subject();
        });
    }

    private void take(Subject subject, Instant before) {
        switch (subject) {
            case TICKETS, SPAM, TRASH -> tickets(subject, before);
            case CUSTOMERS -> customers(before);
            case DELIVERIES, AUDIT -> rows(subject, before);
        }
    }

    private void tickets(Subject subject, Instant before) {
        OldTicket last = null;
        List<OldTicket> page;
        do {
            Rules current = rules.current().content();
            if (current.days(subject) == null) {
                return;
            }
            boolean emptied = subject == Subject.TICKETS && current.action() == Action.EMPTY;
            page = old.tickets(subject, current.action(), before, last, PAGE);
            for (OldTicket ticket : page) {
                last = ticket;
                one(subject, ticket.number(), () -> {
                    if (emptied) {
                        empty.handle(DESK, ticket.id(), before);
                    } else {
                        expire.handle(DESK, ticket.id(), before);
                    }
                });
            }
        } while (page.size() == PAGE);
    }

    private void customers(Instant before) {
        PersonId last = null;
        do {
            if (rules.current().content().days(Subject.CUSTOMERS) == null) {
                return;
            }
            Looked looked = old.customers(before, last);
            Wish wish = new Wish("A rule of retention", TicketWords.EMPTY);
            looked.unused()
                    .forEach(person -> one(
                            Subject.CUSTOMERS,
                            person.toString(),
                            () -> erase.handle(DESK, person, Precondition.any(), wish)));
            last = looked.last();
        } while (last != null);
    }

    /** Takes one thing and notes it, both or neither. */
    private void one(Subject subject, String name, Runnable work) {
        try {
            transactions.write(() -> {
                work.run();
                return runs.put(runs.current().took(subject, 1));
            });
        } catch (SwitchboardException refused) {
            if (!PASSED.contains(refused.code())) {
                throw refused;
            }
            LOG.info("{} is not taken by the rule for {}: {}", name, subject.id(), refused.getMessage());
        }
    }

    private void rows(Subject subject, Instant before) {
        int removed;
        do {
            removed = transactions.write(() -> {
                int gone = old.remove(subject, before, ROWS);
                if (gone > 0) {
                    runs.put(runs.current().took(subject, gone));
                }
                return gone;
            });
        } while (removed == ROWS);
    }
}
