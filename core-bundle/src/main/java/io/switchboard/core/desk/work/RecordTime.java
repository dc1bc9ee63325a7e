package io.switchboard.core.desk.work;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Limits;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.TicketChanges;
import io.switchboard.core.desk.TicketEdit;
import io.switchboard.core.desk.lineage.JoinedTickets;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.store.IdGenerator;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.people.PersonStore;
import io.switchboard.core.store.work.TimeRow;
import io.switchboard.core.store.work.TimeStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Records working time on a ticket, and corrects it (CS1). Everybody records and corrects their own; to do so for somebody
 * else needs the right to read reports, which supervisors have. The history keeps what stood there before.
 */
@Component(service = RecordTime.class)
public final class RecordTime {
    private static final int MOST = 1_000;
    private static final int LONGEST = 24 * 60;
    private static final Duration OLDEST = Duration.ofDays(3_660);
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final Transactions transactions;
    private final TicketChanges changes;
    private final ReadTicket read;
    private final JoinedTickets joined;
    private final TimeStore times;
    private final PersonStore persons;
    private final IdGenerator ids;

    /** Makes the use case. */
    @Activate
    public RecordTime(
            @Reference Transactions transactions,
            @Reference TicketChanges changes,
            @Reference ReadTicket read,
            @Reference JoinedTickets joined,
            @Reference TimeStore times,
            @Reference PersonStore persons,
            @Reference IdGenerator ids) {
        this.transactions = transactions;
        this.changes = changes;
        this.read = read;
        this.joined = joined;
        this.times = times;
        this.persons = persons;
        this.ids = ids;
    }

    /** Returns what was recorded, also on tickets merged into this one, with the sum. */
    public WorkedTime.Sheet list(Caller caller, TicketId ticket) {
        return transactions.read(() -> {
            read.stored(caller, ticket);
            AccessPolicy.require(caller, Right.TICKET_NOTE);
            List<TicketId> all = joined.seen(caller, ticket);
            return new WorkedTime.Sheet(views(times.of(all)), times.minutes(all));
        });
    }

    /** Returns one entry. */
    public WorkedTime get(Caller caller, TicketId ticket, UUID entry) {
        return transactions.read(() -> {
            read.stored(caller, ticket);
            AccessPolicy.require(caller, Right.TICKET_NOTE);
            return view(find(caller, ticket, entry));
        });
    }

    /**
     * Records time.
     *
     * @throws SwitchboardException with {@code invalid-field} that names what is wrong, {@code right-missing} for the time
     *     of somebody else, or {@code ticket-not-changeable}
     */
    public WorkedTime add(Caller caller, TicketId ticket, WorkedTime.Wish wish) {
        check(wish);
        return changes.change(caller, ticket, Precondition.any(), edit -> {
                    AccessPolicy.require(caller, Right.TICKET_EDIT);
                    if (times.of(List.of(ticket)).size() >= MOST) {
                        throw SwitchboardException.field(
                                "minutes", "cannot be added: the ticket has " + MOST + " entries of time");
                    }
                    TimeRow row = row(edit, wish, null);
                    times.insert(row);
                    transactions.made(row.id());
                    TimeHistory.tell(edit, null, row);
                    return view(row);
                })
                .value();
    }

    /** Corrects an entry that still has the version that the caller has seen. */
    public WorkedTime correct(Caller caller, TicketId ticket, UUID entry, long seen, WorkedTime.Wish wish) {
        check(wish);
        return changes.change(caller, ticket, Precondition.any(), edit -> {
                    AccessPolicy.require(caller, Right.TICKET_EDIT);
                    TimeRow before = find(caller, ticket, entry);
                    mayFor(caller, before.worker());
                    TimeRow after = row(edit, wish, before);
                    if (!times.update(after, seen)) {
                        throw stale();
                    }
                    TimeHistory.tell(edit, before, after);
                    return view(after);
                })
                .value();
    }

    /** Removes an entry that still has the version that the caller has seen. */
    public void remove(Caller caller, TicketId ticket, UUID entry, long seen) {
        changes.change(caller, ticket, Precondition.any(), edit -> {
            AccessPolicy.require(caller, Right.TICKET_EDIT);
            TimeRow row = find(caller, ticket, entry);
            mayFor(caller, row.worker());
            if (!times.delete(entry, seen)) {
                throw stale();
            }
            TimeHistory.tell(edit, row, null);
            return entry;
        });
    }

    private TimeRow row(TicketEdit edit, WorkedTime.Wish wish, @Nullable TimeRow before) {
        Instant at = Objects.requireNonNullElse(wish.at(), before == null ? edit.now() : before.workedAt());
        if (at.isAfter(edit.now().plus(SKEW)) || at.isBefore(edit.now().minus(OLDEST))) {
            throw SwitchboardException.field("at", "must be a time of the last ten years, and not in the future");
        }
        PersonId self = edit.caller().person();
        boolean sameNote = before != null && Objects.equals(before.note(), wish.note());
        return new TimeRow(
                before == null ? ids.next() : before.id(),
                before == null ? edit.ticket().id() : before.ticketId(),
                worker(edit.caller(), wish.agent(), before),
                wish.minutes(),
                at,
                wish.kind().id(),
                wish.note(),
                sameNote && before != null ? before.author() : self,
                before == null ? 1 : before.version() + 1,
                before == null ? edit.now() : before.createdAt(),
                edit.now());
    }

    private PersonId worker(Caller caller, @Nullable PersonId wanted, @Nullable TimeRow before) {
        if (before != null && (wanted == null || wanted.equals(before.worker()))) {
            return before.worker();
        }
        PersonId worker = wanted == null ? caller.person() : wanted;
        if (worker == null) {
            throw SwitchboardException.field("agent", "must be given: who calls is no person");
        }
        mayFor(caller, worker);
        if (!persons.isStaff(worker) && !persons.isAgent(worker)) {
            throw SwitchboardException.field("agent", "must be the id of an agent");
        }
        return worker;
    }

    private static void mayFor(Caller caller, PersonId worker) {
        if (!worker.equals(caller.person())) {
            AccessPolicy.require(caller, Right.REPORT_READ);
        }
    }

    private static void check(WorkedTime.Wish wish) {
        Limits limits = new Limits().text("note", wish.note(), Limits.REASON);
        if (wish.minutes() < 1 || wish.minutes() > LONGEST) {
            limits.wrong("minutes", "must be a number from 1 to " + LONGEST);
        }
        limits.check();
    }

    private TimeRow find(Caller caller, TicketId ticket, UUID entry) {
        return times.find(entry)
                .filter(row -> joined.seen(caller, ticket).contains(row.ticketId()))
                .orElseThrow(() -> SwitchboardException.notFound("entry"));
    }

    private static SwitchboardException stale() {
        return new SwitchboardException(
                ErrorCode.STALE_VERSION,
                "The entry was changed in the meantime; read it again, then repeat your change");
    }

    private WorkedTime view(TimeRow row) {
        return views(List.of(row)).get(0);
    }

    private List<WorkedTime> views(List<TimeRow> rows) {
        Map<PersonId, PersonReference> people =
                persons.references(rows.stream().map(TimeRow::worker).collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> new WorkedTime(
                        row.id(),
                        row.ticketId(),
                        people.get(row.worker()),
                        row.minutes(),
                        row.workedAt(),
                        WorkKind.of(row.kind()),
                        row.note(),
                        row.version(),
                        row.createdAt(),
                        row.updatedAt()))
                .toList();
    }
}
