package io.switchboard.core.desk.macro;

import io.switchboard.api.desk.NewMessage;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.assignment.AssignTicket;
import io.switchboard.core.desk.assignment.AutomaticAssignment;
import io.switchboard.core.desk.conversation.PostMessage;
import io.switchboard.core.desk.progress.Guards;
import io.switchboard.core.desk.progress.PostponeTicket;
import io.switchboard.core.desk.progress.TransitionTicket;
import io.switchboard.core.desk.record.EditTicket;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.desk.relation.ChangeParticipants;
import io.switchboard.core.desk.shelf.Shelf;
import io.switchboard.core.desk.template.Template;
import io.switchboard.core.desk.template.Templates;
import io.switchboard.core.timing.DeskClock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes one step of a macro by the use case that does the same alone, inside the transaction of the macro. */
@Component(service = Steps.class)
public final class Steps {
    private final ReadTicket read;
    private final PostMessage post;
    private final AssignTicket assign;
    private final AutomaticAssignment rules;
    private final TransitionTicket transition;
    private final EditTicket edit;
    private final PostponeTicket postpone;
    private final ChangeParticipants participants;
    private final Shelf shelf;
    private final Templates templates;
    private final DeskClock clock;

    /** Makes it. */
    @Activate
    public Steps(
            @Reference ReadTicket read,
            @Reference PostMessage post,
            @Reference AssignTicket assign,
            @Reference AutomaticAssignment rules,
            @Reference TransitionTicket transition,
            @Reference EditTicket edit,
            @Reference PostponeTicket postpone,
            @Reference ChangeParticipants participants,
            @Reference Shelf shelf,
            @Reference Templates templates,
            @Reference DeskClock clock) {
        this.read = read;
        this.post = post;
        this.assign = assign;
        this.rules = rules;
        this.transition = transition;
        this.edit = edit;
        this.postpone = postpone;
        this.participants = participants;
        this.shelf = shelf;
        this.templates = templates;
        this.clock = clock;
    }

    /**
     * A step that is to be taken.
     *
     * @param number its place in the macro, from 1 on
     */
    record Turn(Caller caller, TicketId ticket, int number, Answers answers) {}

    /**
     * What a step did.
     *
     * @param summary a short English sentence
     * @param body what was written, or null
     */
    public record Done(
            int step, String kind, String summary, @Nullable String body) {}

    /** Takes a step. */
    Done take(Turn turn, Step step) {
        String body = null;
        String summary;
        if (step instanceof Step.Say say) {
            body = say(turn, say);
            summary = "Writes a " + step.kind();
        } else if (step instanceof Step.Move move) {
            summary = "Moves the ticket to " + move(turn, move);
        } else if (step instanceof Step.Change change) {
            edit.handle(turn.caller(), turn.ticket(), Precondition.any(), change.patch(), null);
            summary = "Changes fields of the ticket";
        } else if (step instanceof Step.Sleep sleep) {
            summary = "Postpones the ticket until " + sleep(turn, sleep);
        } else if (step instanceof Step.Watch watch) {
            summary = "Lets " + watch(turn, watch).name() + " watch the ticket";
        } else {
            summary = assign(turn, step);
        }
        return new Done(turn.number(), step.kind(), summary, body);
    }

    private String say(Turn turn, Step.Say say) {
        String text;
        BodyFormat format;
        if (say.wording() instanceof Step.Wording.Text plain) {
            text = plain.text();
            format = plain.format();
        } else {
            Step.Wording.FromTemplate from = (Step.Wording.FromTemplate) say.wording();
            Template template =
                    shelf.get(turn.caller(), Templates.KIND, from.template()).content();
            text = template.body();
            format = template.format();
        }
        String body = templates.render(turn.caller(), text, format, turn.ticket());
        post.handle(
                turn.caller(),
                turn.ticket(),
                Precondition.any(),
                new NewMessage(
                        say.message(),
                        body,
                        format,
                        List.of(),
                        null,
                        null,
                        turn.caller().channel(),
                        false));
        return body;
    }

    private String move(Turn turn, Step.Move move) {
        Caller caller = turn.caller();
        Ticket seen = transition.permit(caller, turn.ticket(), move.to());
        Guards.Verdict verdict = Guards.Verdict.NOTHING;
        if (transition.guarded()) {
            verdict = turn.answers().of(turn.number(), seen.version(), Guards.Verdict.class);
            if (verdict == null) {
                throw new Answers.Open(
                        turn.number(),
                        move.kind(),
                        seen.version(),
                        () -> transition.ask(caller, seen, move.to(), move.resolution()));
            }
        }
        transition.take(
                caller,
                new TransitionTicket.Command(
                        turn.ticket(), Precondition.any(), move.to(), move.reason(), move.resolution(), null),
                verdict);
        return move.to().id();
    }

    private Instant sleep(Turn turn, Step.Sleep sleep) {
        Instant until = clock.now().plus(sleep.time());
        postpone.handle(turn.caller(), turn.ticket(), Precondition.any(), until);
        return until;
    }

    private PersonReference watch(Turn turn, Step.Watch watch) {
        PersonId person = watch.person() == null ? AccessPolicy.requirePerson(turn.caller()) : watch.person();
        return participants.add(turn.caller(), turn.ticket(), person, null, ChangeParticipants.Kind.WATCHER);
    }

    private String assign(Turn turn, Step step) {
        if (step instanceof Step.GiveByRules) {
            byRules(turn);
        } else if (step instanceof Step.Give give) {
            give(turn, give);
        } else {
            give(turn, new Step.Give(AccessPolicy.requirePerson(turn.caller()), null));
        }
        Ticket ticket = read.ticket(turn.caller(), turn.ticket());
        PersonReference agent = ticket.assignee();
        Ticket.TeamReference team = ticket.team();
        return "Gives the ticket to " + (agent == null ? "nobody" : agent.name())
                + (team == null ? "" : " in " + team.name());
    }

    private void give(Turn turn, Step.Give give) {
        assign.handle(
                turn.caller(),
                new AssignTicket.Command(turn.ticket(), Precondition.any(), give.agent(), give.team(), null));
    }

    private void byRules(Turn turn) {
        long version = read.ticket(turn.caller(), turn.ticket()).version();
        AutomaticAssignment.Choice choice = turn.answers().of(turn.number(), version, AutomaticAssignment.Choice.class);
        if (choice == null) {
            throw new Answers.Open(turn.number(), "assign", version, rules.prepare(turn.caller(), turn.ticket())::ask);
        }
        if (!choice.write()) {
            throw Answers.Open.outdated(turn.number(), "assign", version);
        }
    }
}
