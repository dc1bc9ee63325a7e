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
import io.switchboard.core.desk.notification.NoticeKind;
import io.switchboard.core.desk.notification.Notify;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.store.IdGenerator;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.people.PersonStore;
import io.switchboard.core.store.work.TaskRow;
import io.switchboard.core.store.work.TaskStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Keeps the tasks inside a ticket (CO5, CS1). Only the desk reads them. A task has a version of its own; the ticket's stays
 * as it is. The tasks of a merged ticket are read and changed with the survivor's, and go back with it.
 */
@Component(service = ChangeTasks.class)
public final class ChangeTasks {
    private static final int MOST = 200;
    private static final int FURTHEST = 1_000_000;

    private final Transactions transactions;
    private final TicketChanges changes;
    private final ReadTicket read;
    private final JoinedTickets joined;
    private final TaskStore tasks;
    private final PersonStore persons;
    private final Notify notify;
    private final IdGenerator ids;

    /** Makes the use case. */
    @Activate
    public ChangeTasks(
            @Reference Transactions transactions,
            @Reference TicketChanges changes,
            @Reference ReadTicket read,
            @Reference JoinedTickets joined,
            @Reference TaskStore tasks,
            @Reference PersonStore persons,
            @Reference Notify notify,
            @Reference IdGenerator ids) {
        this.transactions = transactions;
        this.changes = changes;
        this.read = read;
        this.joined = joined;
        this.tasks = tasks;
        this.persons = persons;
        this.notify = notify;
        this.ids = ids;
    }

    /** Returns the tasks in their order. */
    public List<Task> list(Caller caller, TicketId ticket) {
        return transactions.read(() -> {
            read.stored(caller, ticket);
            AccessPolicy.require(caller, Right.TICKET_NOTE);
            return views(tasks.of(joined.seen(caller, ticket)));
        });
    }

    /** Returns one task. */
    public Task get(Caller caller, TicketId ticket, UUID task) {
        return transactions.read(() -> {
            read.stored(caller, ticket);
            AccessPolicy.require(caller, Right.TICKET_NOTE);
            return view(find(caller, ticket, task));
        });
    }

    /**
     * Adds a task.
     *
     * @throws SwitchboardException with {@code invalid-field} that names what is wrong, or {@code ticket-not-changeable}
     */
    public Task add(Caller caller, TicketId ticket, Task.Wish wish) {
        check(wish);
        return changes.change(caller, ticket, Precondition.any(), edit -> add(edit, wish))
                .value();
    }

    /**
     * Adds a task in a change that is under way.
     *
     * @throws SwitchboardException as {@link #add(Caller, TicketId, Task.Wish)} does
     */
    public Task add(TicketEdit edit, Task.Wish wish) {
        check(wish);
        AccessPolicy.require(edit.caller(), Right.TICKET_EDIT);
        List<TaskRow> known = tasks.of(List.of(edit.ticket().id()));
        if (known.size() >= MOST) {
            throw SwitchboardException.field("title", "cannot be added: the ticket has " + MOST + " tasks");
        }
        TaskRow row = made(edit, wish, last(known));
        tasks.insert(row);
        transactions.made(row.id());
        TaskHistory.made(edit, row);
        tell(edit, row, null);
        return view(row);
    }

    private static int last(List<TaskRow> known) {
        int last = known.isEmpty() ? 0 : known.get(known.size() - 1).place();
        return Math.min(FURTHEST, last + 1);
    }

    private TaskRow made(TicketEdit edit, Task.Wish wish, int last) {
        PersonId author = edit.caller().person();
        return new TaskRow(
                ids.next(),
                edit.ticket().id(),
                String.valueOf(wish.title()).strip(),
                assignee(wish.assignee(), null),
                wish.due(),
                Objects.requireNonNullElse(wish.order(), last),
                wish.done() ? edit.now() : null,
                wish.done() ? author : null,
                author,
                1,
                edit.now(),
                edit.now());
    }

    /**
     * Changes a task that still has the version that the caller has seen.
     *
     * @throws SwitchboardException with {@code stale-version}, {@code invalid-field} or {@code ticket-not-changeable}
     */
    public Task edit(Caller caller, TicketId ticket, UUID task, long seen, Task.Wish wish) {
        check(wish);
        return changes.change(caller, ticket, Precondition.any(), edit -> {
                    AccessPolicy.require(caller, Right.TICKET_EDIT);
                    TaskRow before = find(caller, ticket, task);
                    TaskRow after = changed(edit, before, wish);
                    if (!tasks.update(after, seen)) {
                        throw stale();
                    }
                    TaskHistory.changed(edit, before, after);
                    tell(edit, after, before.assignee());
                    return view(after);
                })
                .value();
    }

    private TaskRow changed(TicketEdit edit, TaskRow before, Task.Wish wish) {
        String title = String.valueOf(wish.title()).strip();
        Instant doneAt = wish.done() ? Objects.requireNonNullElse(before.doneAt(), edit.now()) : null;
        PersonId self = edit.caller().person();
        return new TaskRow(
                before.id(),
                before.ticketId(),
                title,
                assignee(wish.assignee(), before.assignee()),
                wish.due(),
                Objects.requireNonNullElse(wish.order(), before.place()),
                doneAt,
                !wish.done() ? null : before.doneAt() != null ? before.doneBy() : self,
                title.equals(before.title()) ? before.author() : self,
                before.version() + 1,
                before.createdAt(),
                edit.now());
    }

    private void tell(TicketEdit edit, TaskRow row, @Nullable PersonId before) {
        PersonId assignee = row.assignee();
        if (assignee != null && !assignee.equals(before)) {
            notify.tell(edit, List.of(assignee), NoticeKind.TASK);
        }
    }

    /** Removes a task that still has the version that the caller has seen. */
    public void remove(Caller caller, TicketId ticket, UUID task, long seen) {
        changes.change(caller, ticket, Precondition.any(), edit -> {
            AccessPolicy.require(caller, Right.TICKET_EDIT);
            TaskRow row = find(caller, ticket, task);
            if (!tasks.delete(task, seen)) {
                throw stale();
            }
            TaskHistory.removed(edit, row);
            return task;
        });
    }

    private TaskRow find(Caller caller, TicketId ticket, UUID task) {
        return tasks.find(task)
                .filter(row -> joined.seen(caller, ticket).contains(row.ticketId()))
                .orElseThrow(() -> SwitchboardException.notFound("task"));
    }

    private static void check(Task.Wish wish) {
        Limits limits = new Limits().line("title", wish.title(), Limits.SUBJECT);
        Integer order = wish.order();
        if (order != null && (order < 0 || order > FURTHEST)) {
            limits.wrong("order", "must be a number from 0 to " + FURTHEST);
        }
        limits.check();
    }

    /** Whoever has the task already may keep it, even if they left the desk meanwhile. */
    private @Nullable PersonId assignee(@Nullable PersonId wanted, @Nullable PersonId before) {
        if (wanted == null || wanted.equals(before)) {
            return wanted;
        }
        return persons.find(wanted)
                .filter(person -> person.active() && !person.erased())
                .filter(person -> persons.isStaff(person.id()) || persons.isAgent(person.id()))
                .orElseThrow(() -> SwitchboardException.field("assignee", "must be the id of an active agent"))
                .id();
    }

    private static SwitchboardException stale() {
        return new SwitchboardException(
                ErrorCode.STALE_VERSION,
                "The task was changed in the meantime; read it again, then repeat your change");
    }

    private Task view(TaskRow row) {
        return views(List.of(row)).get(0);
    }

    private List<Task> views(List<TaskRow> rows) {
        Map<PersonId, PersonReference> people = persons.references(rows.stream()
                .flatMap(row -> Stream.of(row.assignee(), row.doneBy()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return rows.stream().map(row -> Task.of(row, people)).toList();
    }
}
