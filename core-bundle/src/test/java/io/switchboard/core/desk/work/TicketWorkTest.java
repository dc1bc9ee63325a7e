package io.switchboard.core.desk.work;

import static io.switchboard.core.desk.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.lifecycle.GuardQuestion;
import io.switchboard.api.lifecycle.GuardVerdict;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.lifecycle.TransitionGuard;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.FieldChange;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.DeskBench;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.lineage.Survivors;
import io.switchboard.core.desk.progress.TransitionTicket;
import io.switchboard.core.desk.relation.MergeTickets;
import io.switchboard.core.store.StoreTestbed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tasks and working time inside tickets (CO5, CS1). */
class TicketWorkTest {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    private DeskBench desk;
    private ChangeTasks tasks;
    private RecordTime times;
    private Caller customer;
    private Caller agent;
    private Ticket ticket;

    @BeforeEach
    void begin() {
        desk = new DeskBench(STORE);
        var transactions = STORE.transactions();
        tasks = new ChangeTasks(
                transactions, desk.changes, desk.read, desk.joined, desk.tasks, desk.persons, desk.notify, STORE.ids());
        times = new RecordTime(
                transactions, desk.changes, desk.read, desk.joined, desk.times, desk.persons, STORE.ids());
        customer = desk.customer();
        agent = desk.agent();
        ticket = desk.open(customer);
    }

    @Test
    void aTaskIsMadeChangedDoneAndRemovedAndTheHistoryTellsEachStep() {
        Task made = tasks.add(agent, ticket.id(), wish("Call the vendor", self(agent), false));
        Task done = tasks.edit(agent, ticket.id(), made.id(), 1, wish("Call the vendor", null, true));
        assertThat(done.doneAt()).isNotNull();
        assertThat(done.doneBy()).isNotNull();
        assertThat(done.assignee()).isNull();
        Task open = tasks.edit(agent, ticket.id(), made.id(), 2, wish("Call them", null, false));
        assertThat(open.doneAt()).isNull();
        tasks.remove(agent, ticket.id(), made.id(), 3);
        assertThat(tasks.list(agent, ticket.id())).isEmpty();
        assertThat(told(EventType.TASK_CHANGED, "happened")).containsExactly("made", "done", "opened again", "removed");
        assertThat(events(EventType.TASK_CHANGED).get(2).changes())
                .contains(new FieldChange("task", "Call the vendor", "Call them"));
    }

    @Test
    void aTaskHasAVersionOfItsOwnAndTheTicketKeepsIts() {
        Task made = tasks.add(agent, ticket.id(), wish("One", null, false));
        refused(ErrorCode.STALE_VERSION, () -> tasks.edit(agent, ticket.id(), made.id(), 7, wish("Two", null, false)));
        refused(ErrorCode.STALE_VERSION, () -> tasks.remove(agent, ticket.id(), made.id(), 7));
        assertThat(tasks.get(agent, ticket.id(), made.id()).title()).isEqualTo("One");
        assertThat(desk.now(ticket.id()).version()).isEqualTo(ticket.version());
    }

    @Test
    void tasksStandInTheirOrderAndANewOneAtTheEnd() {
        tasks.add(agent, ticket.id(), new Task.Wish("second", null, null, false, 20));
        tasks.add(agent, ticket.id(), new Task.Wish("first", null, null, false, 10));
        tasks.add(agent, ticket.id(), wish("last", null, false));
        assertThat(tasks.list(agent, ticket.id())).extracting(Task::title).containsExactly("first", "second", "last");
    }

    @Test
    void whatIsWrongWithATaskIsNamed() {
        assertThat(field(wish(" ", null, false))).isEqualTo("title");
        assertThat(field(wish("x".repeat(301), null, false))).isEqualTo("title");
        assertThat(field(wish("x", self(customer), false))).isEqualTo("assignee");
        assertThat(field(new Task.Wish("x", null, null, false, -1))).isEqualTo("order");
        assertThat(tasks.list(agent, ticket.id())).isEmpty();
    }

    @Test
    void tasksAndTimeAreForTheDeskAlone() {
        Task task = tasks.add(agent, ticket.id(), wish("x", null, false));
        refused(ErrorCode.RIGHT_MISSING, () -> tasks.list(customer, ticket.id()));
        refused(ErrorCode.RIGHT_MISSING, () -> tasks.get(customer, ticket.id(), task.id()));
        refused(ErrorCode.RIGHT_MISSING, () -> tasks.add(customer, ticket.id(), wish("x", null, false)));
        refused(ErrorCode.RIGHT_MISSING, () -> times.list(customer, ticket.id()));
        refused(ErrorCode.RIGHT_MISSING, () -> times.add(customer, ticket.id(), minutes(5)));
        Caller stranger = desk.customer();
        refused(ErrorCode.NOT_FOUND, () -> tasks.list(stranger, ticket.id()));
        refused(ErrorCode.NOT_FOUND, () -> times.list(stranger, ticket.id()));
    }

    @Test
    void aTaskOfAnotherTicketIsNotThere() {
        Ticket other = desk.open(customer);
        Task task = tasks.add(agent, other.id(), wish("x", null, false));
        refused(ErrorCode.NOT_FOUND, () -> tasks.get(agent, ticket.id(), task.id()));
        refused(ErrorCode.NOT_FOUND, () -> tasks.remove(agent, ticket.id(), task.id(), 1));
        refused(ErrorCode.NOT_FOUND, () -> times.get(agent, ticket.id(), UUID.randomUUID()));
    }

    @Test
    void timeIsRecordedCorrectedAndRemovedWithWhatStoodThereBefore() {
        WorkedTime made = times.add(agent, ticket.id(), minutes(30));
        times.add(agent, ticket.id(), minutes(12));
        WorkedTime corrected = times.correct(
                agent, ticket.id(), made.id(), 1, new WorkedTime.Wish(45, null, null, WorkKind.TRAVEL, "by train"));
        assertThat(corrected.at()).isEqualTo(made.at());
        assertThat(times.list(agent, ticket.id()).totalMinutes()).isEqualTo(57);
        refused(ErrorCode.STALE_VERSION, () -> times.remove(agent, ticket.id(), made.id(), 1));
        times.remove(agent, ticket.id(), made.id(), 2);
        assertThat(times.list(agent, ticket.id()).totalMinutes()).isEqualTo(12);
        assertThat(told(EventType.TIME_RECORDED, "happened"))
                .containsExactly("recorded", "recorded", "corrected", "removed");
        assertThat(events(EventType.TIME_RECORDED).get(2).changes())
                .contains(
                        new FieldChange("time.minutes", "30", "45"),
                        new FieldChange("time.kind", "work", "travel"),
                        new FieldChange("time.note", null, "by train"));
        assertThat(desk.now(ticket.id()).version()).isEqualTo(ticket.version());
    }

    @Test
    void timeHasBounds() {
        for (WorkedTime.Wish wrong : List.of(
                minutes(0),
                minutes(-5),
                minutes(1_441),
                new WorkedTime.Wish(5, null, desk.clock.now().plus(Duration.ofHours(1)), WorkKind.WORK, null),
                new WorkedTime.Wish(5, null, desk.clock.now().minus(Duration.ofDays(4_000)), WorkKind.WORK, null),
                new WorkedTime.Wish(5, null, null, WorkKind.WORK, "x".repeat(2_001)))) {
            refused(ErrorCode.INVALID_FIELD, () -> times.add(agent, ticket.id(), wrong));
        }
        assertThat(times.list(agent, ticket.id()).entries()).isEmpty();
    }

    @Test
    void theTimeOfAColleagueIsForSupervisors() {
        Caller colleague = desk.agent();
        WorkedTime theirs = times.add(colleague, ticket.id(), minutes(5));
        WorkedTime.Wish forThem = new WorkedTime.Wish(5, self(colleague), null, WorkKind.WORK, null);
        refused(ErrorCode.RIGHT_MISSING, () -> times.add(agent, ticket.id(), forThem));
        refused(ErrorCode.RIGHT_MISSING, () -> times.correct(agent, ticket.id(), theirs.id(), 1, minutes(6)));
        refused(ErrorCode.RIGHT_MISSING, () -> times.remove(agent, ticket.id(), theirs.id(), 1));
        EnumSet<Right> more = EnumSet.copyOf(agent.rights());
        more.add(Right.REPORT_READ);
        Caller supervisor = Caller.person(self(agent), more, "api");
        assertThat(times.correct(supervisor, ticket.id(), theirs.id(), 1, minutes(6))
                        .agent())
                .isEqualTo(theirs.agent());
    }

    @Test
    void aMergedTicketsWorkIsReadWithTheSurvivorsAndGoesBackWithIt() {
        Ticket twin = desk.open(customer);
        Task task = tasks.add(agent, twin.id(), wish("of the twin", null, false));
        times.add(agent, twin.id(), minutes(10));
        times.add(agent, ticket.id(), minutes(1));
        MergeTickets merge = new MergeTickets(
                STORE.transactions(), desk.changes, desk.read, new Survivors(STORE.transactions(), desk.tickets));
        merge.merge(agent, twin.id(), Precondition.any(), ticket.id());
        refused(
                ErrorCode.TICKET_NOT_CHANGEABLE,
                () -> tasks.edit(agent, twin.id(), task.id(), 1, wish("x", null, true)));
        assertThat(tasks.list(agent, ticket.id())).singleElement().satisfies(found -> {
            assertThat(found.id()).isEqualTo(task.id());
            assertThat(found.ticket()).isEqualTo(twin.id());
        });
        assertThat(times.list(agent, ticket.id()).totalMinutes()).isEqualTo(11);
        assertThat(sum()).isEqualTo(new TicketWork.Sum(1, 11));
        tasks.edit(agent, ticket.id(), task.id(), 1, wish("of the twin", null, true));
        merge.unmerge(agent, twin.id(), Precondition.any());
        assertThat(tasks.list(agent, ticket.id())).isEmpty();
        assertThat(tasks.list(agent, twin.id())).extracting(Task::id).containsExactly(task.id());
        assertThat(sum()).isEqualTo(new TicketWork.Sum(0, 1));
    }

    @Test
    void guardsAreToldOfOpenTasksAndOfTheTimeRecorded() {
        List<GuardQuestion> asked = new ArrayList<>();
        desk.registry.add(
                TransitionGuard.class,
                "no-open-task",
                question -> {
                    asked.add(question);
                    return question.openTasks() == 0
                            ? GuardVerdict.permit()
                            : GuardVerdict.refuse("task-open", "A task is open", "tasks");
                },
                Map.of());
        Ticket assigned = desk.openIn(customer);
        Task task = tasks.add(agent, assigned.id(), wish("x", null, false));
        times.add(agent, assigned.id(), minutes(17));
        refused(ErrorCode.GUARD_REFUSED, () -> move(assigned));
        tasks.edit(agent, assigned.id(), task.id(), 1, wish("x", null, true));
        move(assigned);
        GuardQuestion first = asked.get(asked.size() - 2);
        assertThat(first.openTasks()).isEqualTo(1);
        assertThat(first.minutesRecorded()).isEqualTo(17);
        assertThat(asked.get(asked.size() - 1).openTasks()).isZero();
    }

    @Test
    void whatStandsAsideTakesNoWorkAndAPurgeLeavesNone() {
        tasks.add(agent, ticket.id(), wish("x", null, false));
        times.add(agent, ticket.id(), minutes(5));
        desk.dispose.handle(Caller.system("test"), ticket.id(), Precondition.any(), Disposition.TRASH, null);
        refused(ErrorCode.TICKET_NOT_CHANGEABLE, () -> tasks.add(agent, ticket.id(), wish("y", null, false)));
        refused(ErrorCode.TICKET_NOT_CHANGEABLE, () -> times.add(agent, ticket.id(), minutes(5)));
        desk.purge.handle(desk.administrator(), ticket.id(), Precondition.any());
        assertThat(sum()).isEqualTo(new TicketWork.Sum(0, 0));
    }

    private void move(Ticket assigned) {
        desk.transition.handle(
                agent,
                new TransitionTicket.Command(assigned.id(), Precondition.any(), Status.ASSIGNED, null, null, null));
    }

    private TicketWork.Sum sum() {
        return STORE.transactions().read(() -> desk.work.sum(ticket.id()));
    }

    private String field(Task.Wish wrong) {
        SwitchboardException refusal = refused(ErrorCode.INVALID_FIELD, () -> tasks.add(agent, ticket.id(), wrong));
        return refusal.fields().get(0).field();
    }

    private List<TicketEvent> events(EventType type) {
        return desk.events(ticket.id()).stream()
                .filter(event -> event.type() == type)
                .toList();
    }

    private List<String> told(EventType type, String name) {
        return events(type).stream()
                .map(event -> event.data().getOrDefault(name, ""))
                .toList();
    }

    private static PersonId self(Caller caller) {
        return Objects.requireNonNull(caller.person());
    }

    private static Task.Wish wish(String title, @Nullable PersonId assignee, boolean done) {
        return new Task.Wish(title, assignee, null, done, null);
    }

    private static WorkedTime.Wish minutes(int minutes) {
        return new WorkedTime.Wish(minutes, null, null, WorkKind.WORK, null);
    }
}
