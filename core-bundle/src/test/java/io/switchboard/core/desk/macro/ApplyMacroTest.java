package io.switchboard.core.desk.macro;

import static io.switchboard.core.desk.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.lifecycle.GuardVerdict;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.lifecycle.TransitionGuard;
import io.switchboard.api.people.Right;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.Priority;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.ShelfBench;
import io.switchboard.core.desk.macro.StepText.AssignStep;
import io.switchboard.core.desk.macro.StepText.PostponeStep;
import io.switchboard.core.desk.macro.StepText.SetStep;
import io.switchboard.core.desk.macro.StepText.TransitionStep;
import io.switchboard.core.desk.macro.StepText.WatchStep;
import io.switchboard.core.desk.macro.StepText.WordsStep;
import io.switchboard.core.desk.progress.ResolutionText;
import io.switchboard.core.desk.shelf.Item;
import io.switchboard.core.desk.shelf.Label;
import io.switchboard.core.desk.shelf.Reach;
import io.switchboard.core.store.StoreTestbed;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Macros on tickets: all steps or none (CO6). */
class ApplyMacroTest {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    private ShelfBench bench;
    private Caller agent;
    private Ticket ticket;

    @BeforeEach
    void begin() {
        bench = new ShelfBench(STORE);
        agent = bench.desk.agent();
        ticket = bench.desk.open(bench.desk.customer());
    }

    @Test
    void allStepsAreTakenInOrderAndStandInTheHistory() {
        Item<Macro> macro = macro(
                assign("me"),
                move("in_progress", null),
                set("P1", "printer"),
                reply("We look at {{ticket.number}} with priority {{ticket.priority}}."),
                note("Told {{requester.name}}."),
                watch(),
                move("resolved", new ResolutionText("fix", "New rollers", null, null, null)));
        ApplyMacro.Applied applied = apply(agent, macro);
        Ticket after = bench.desk.now(ticket.id());
        assertThat(applied.ticket()).isEqualTo(after);
        assertThat(after.progress().status()).isEqualTo(Status.RESOLVED);
        assertThat(after.assignee()).extracting("id").isEqualTo(agent.person());
        assertThat(after.classification().priority()).isEqualTo(Priority.P1);
        assertThat(after.tags()).containsExactly("printer");
        assertThat(applied.done())
                .extracting(Steps.Done::kind)
                .containsExactly("assign", "transition", "set", "reply", "note", "watch", "transition");
        assertThat(applied.done().get(3).body()).isEqualTo("We look at " + ticket.number() + " with priority P1.");
        List<EventType> happened = bench.desk.happened(ticket.id());
        assertThat(happened.subList(happened.indexOf(EventType.MACRO_APPLIED), happened.size()))
                .startsWith(EventType.MACRO_APPLIED, EventType.TICKET_ASSIGNED)
                .containsSubsequence(EventType.MESSAGE_SENT, EventType.MESSAGE_NOTED, EventType.PARTICIPANT_CHANGED)
                .endsWith(EventType.TICKET_TRANSITIONED, EventType.TICKET_RESOLVED);
        TicketEvent event = bench.desk.events(ticket.id()).stream()
                .filter(found -> found.type() == EventType.MACRO_APPLIED)
                .findFirst()
                .orElseThrow();
        assertThat(event.changes().get(0).after()).isEqualTo(macro.label().name());
        assertThat(event.data()).containsEntry("macro", macro.id().toString()).containsKey("steps");
    }

    @Test
    void aStepThatFailsTakesAllOthersBackAndIsNamed() {
        Item<Macro> macro = macro(reply("Hello"), assign("me"), sleep("PT4H"), move("archived", null));
        List<TicketEvent> before = bench.desk.events(ticket.id());
        SwitchboardException refusal = refused(ErrorCode.ILLEGAL_TRANSITION, () -> apply(agent, macro));
        assertThat(refusal.details())
                .containsEntry("step", 4)
                .containsEntry("stepKind", "transition")
                .containsKey("legal");
        assertThat(refusal).hasMessageStartingWith("Step 4 of the macro, transition: ");
        assertThat(bench.desk.now(ticket.id())).isEqualTo(ticket);
        assertThat(bench.desk.events(ticket.id())).isEqualTo(before);
        assertThat(bench.desk.thread.handle(agent, ticket.id(), null, 10)).hasSize(1);
    }

    @Test
    void eachStepNeedsTheRightThatItNeedsAlone() {
        Item<Macro> macro = macro(note("Hm"), reply("Hello"), assign("me"));
        EnumSet<Right> fewer = EnumSet.copyOf(agent.rights());
        fewer.remove(Right.TICKET_REPLY);
        Caller silent =
                Caller.person(agent.person(), Set.copyOf(fewer), "api").withTeams(agent.memberships(), agent.teams());
        assertThat(refused(ErrorCode.RIGHT_MISSING, () -> apply(silent, macro)).details())
                .containsEntry("step", 2);
        assertThat(bench.desk.now(ticket.id())).isEqualTo(ticket);
    }

    @Test
    void aTicketThatIsNotSeenOrWasChangedIsLeftAlone() {
        Item<Macro> macro = macro(note("Hm"));
        Ticket hidden = bench.desk.untriaged(bench.desk.customer(), "New");
        refused(
                ErrorCode.NOT_FOUND,
                () -> bench.apply.handle(agent, macro.id(), hidden.id(), Precondition.any(), false));
        refused(
                ErrorCode.STALE_VERSION,
                () -> bench.apply.handle(agent, macro.id(), ticket.id(), Precondition.version(999), false));
        refused(
                ErrorCode.NOT_FOUND,
                () -> bench.apply.handle(bench.desk.agent(), macro.id(), ticket.id(), Precondition.any(), false));
    }

    @Test
    void aRehearsalSaysWhatWouldBeDoneAndDoesNothing() {
        Item<Macro> macro = macro(assign("me"), move("in_progress", null), reply("To {{ticket.assignee}}"));
        List<TicketEvent> before = bench.desk.events(ticket.id());
        ApplyMacro.Applied applied = bench.apply.handle(agent, macro.id(), ticket.id(), Precondition.any(), true);
        assertThat(applied.ticket().progress().status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(applied.done().get(2).body()).isEqualTo("To agent");
        assertThat(bench.desk.now(ticket.id())).isEqualTo(ticket);
        assertThat(bench.desk.events(ticket.id())).isEqualTo(before);
    }

    @Test
    void guardsAreAskedOutsideOfTheTransactionAboutTheTicketAsTheStepsBeforeLeftIt() {
        AtomicReference<@Nullable Ticket> asked = new AtomicReference<>();
        bench.desk.registry.add(
                TransitionGuard.class,
                "watchful",
                question -> {
                    asked.set(question.ticket());
                    return question.ticket().tags().contains("checked")
                                    && !STORE.transactions().active()
                            ? GuardVerdict.permit()
                            : GuardVerdict.refuse("unchecked", "Check it first", "tags");
                },
                Map.of());
        SwitchboardException refusal =
                refused(ErrorCode.GUARD_REFUSED, () -> apply(agent, macro(assign("me"), move("in_progress", null))));
        assertThat(refusal.details()).containsEntry("step", 2).containsKey("reasons");
        assertThat(bench.desk.now(ticket.id())).isEqualTo(ticket);
        apply(agent, macro(set("P2", "checked"), assign("me"), move("in_progress", null)));
        assertThat(asked.get()).extracting(Ticket::assignee).extracting("id").isEqualTo(agent.person());
        assertThat(bench.desk.now(ticket.id()).progress().status()).isEqualTo(Status.IN_PROGRESS);
    }

    @Test
    void theRulesChooseWithinTheSameTransactionAndAreAskedAgainIfTheDeskMoved() {
        bench.rules.choice = bench.desk.agent().person();
        bench.rules.outdated = 2;
        apply(agent, macro(set("P1", "urgent"), assign("rules"), move("in_progress", null)));
        Ticket after = bench.desk.now(ticket.id());
        assertThat(after.assignee()).extracting("id").isEqualTo(bench.rules.choice);
        assertThat(after.progress().status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(bench.rules.asked).isEqualTo(3);
    }

    @Test
    void whatNoStepCanBeIsNotKept() {
        for (StepText wrong : List.of(
                new StepText(null, null, null, null, null, null, null),
                new StepText(
                        new WordsStep("a", null, null), new WordsStep("b", null, null), null, null, null, null, null),
                reply("{{nothing}}"),
                assign("somebody"),
                move("no such status!", null),
                set("P9", "x"),
                sleep("yesterday"),
                sleep("PT1S"),
                set("P1", "x".repeat(61)))) {
            SwitchboardException refusal = refused(ErrorCode.INVALID_FIELD, () -> macro(note("fine"), wrong));
            assertThat(refusal.fields().get(0).field()).startsWith("steps[1]");
        }
        refused(ErrorCode.INVALID_FIELD, this::macro);
        StepText[] many = new StepText[21];
        Arrays.fill(many, note("x"));
        refused(ErrorCode.INVALID_FIELD, () -> macro(many));
    }

    @Test
    void aMacroThatIsSwitchedOffIsNotApplied() {
        Item<Macro> macro = bench.macros.add(agent, label(), new Macro(null, false, List.of(note("x"))));
        refused(ErrorCode.POLICY_REFUSED, () -> apply(agent, macro));
    }

    private ApplyMacro.Applied apply(Caller caller, Item<Macro> macro) {
        return bench.apply.handle(caller, macro.id(), ticket.id(), Precondition.version(ticket.version()), false);
    }

    private Item<Macro> macro(StepText... steps) {
        return bench.macros.add(agent, label(), new Macro("why", true, List.of(steps)));
    }

    private static Label label() {
        return new Label("Take & answer <b>", Reach.OWN, null, 0);
    }

    private static StepText reply(String text) {
        return new StepText(new WordsStep(text, "text", null), null, null, null, null, null, null);
    }

    private static StepText note(String text) {
        return new StepText(null, new WordsStep(text, null, null), null, null, null, null, null);
    }

    private static StepText assign(String to) {
        return new StepText(null, null, new AssignStep(to, null, null), null, null, null, null);
    }

    private static StepText move(String to, @Nullable ResolutionText resolution) {
        return new StepText(null, null, null, new TransitionStep(to, "because", resolution), null, null, null);
    }

    private static StepText set(String priority, String tag) {
        SetStep values = new SetStep(null, null, null, null, null, priority, List.of(tag), null, Map.of("floor", 3));
        return new StepText(null, null, null, null, values, null, null);
    }

    private static StepText sleep(String duration) {
        return new StepText(null, null, null, null, null, new PostponeStep(duration), null);
    }

    private static StepText watch() {
        return new StepText(null, null, null, null, null, null, new WatchStep("me"));
    }
}
