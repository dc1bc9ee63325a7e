package io.switchboard.core.demo;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.api.ticket.Level;
import io.switchboard.api.ticket.LinkKind;
import io.switchboard.api.ticket.MessageId;
import io.switchboard.api.ticket.Priority;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.TicketLink;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.record.EditTicket;
import io.switchboard.core.desk.relation.ChainTicket;
import io.switchboard.core.desk.relation.ChangeParticipants;
import io.switchboard.core.desk.relation.LinkTickets;
import io.switchboard.core.desk.relation.MergeTickets;
import io.switchboard.core.desk.relation.SplitTicket;
import io.switchboard.core.timing.DeskClock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Has agents of the demo keep tickets in order: what they say of themselves, and what they have to do with each other. */
@Component(service = Bookkeeping.class)
public final class Bookkeeping {
    private final DemoProgress progress;
    private final EditTicket edit;
    private final ChainTicket chain;
    private final LinkTickets link;
    private final MergeTickets merge;
    private final SplitTicket split;
    private final ChangeParticipants participants;
    private final DeskClock clock;

    /** Makes it. */
    @Activate
    public Bookkeeping(
            @Reference DemoProgress progress,
            @Reference EditTicket edit,
            @Reference ChainTicket chain,
            @Reference LinkTickets link,
            @Reference MergeTickets merge,
            @Reference SplitTicket split,
            @Reference ChangeParticipants participants,
            @Reference DeskClock clock) {
        this.progress = progress;
        this.edit = edit;
        this.chain = chain;
        this.link = link;
        this.merge = merge;
        this.split = split;
        this.participants = participants;
        this.clock = clock;
    }

    void edit(Caller agent, Ticket ticket, Story.Step step) {
        String impact = step.impact();
        String urgency = step.urgency();
        String priority = step.priority();
        var tags = step.tags();
        edit.handle(
                agent,
                ticket.id(),
                Precondition.any(),
                new EditTicket.Patch(
                        null,
                        null,
                        null,
                        null,
                        impact == null ? null : Level.of(impact, "impact"),
                        urgency == null ? null : Level.of(urgency, "urgency"),
                        priority == null ? null : Optional.of(Priority.of(priority, "priority")),
                        null,
                        null,
                        null,
                        tags == null ? null : new EditTicket.TagChange(null, Set.copyOf(tags), Set.of()),
                        null,
                        null,
                        null,
                        null),
                step.text());
    }

    void hide(Caller agent, Ticket ticket, Story.Step step) {
        EditTicket.Patch hidden = new EditTicket.Patch(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, true);
        edit.handle(agent, ticket.id(), Precondition.any(), hidden, step.text());
    }

    /** Says until when it should be solved, and that the next word is due half way there. */
    void promise(Caller agent, Ticket ticket, Story.Step step) {
        Duration length = Duration.ofDays(step.days());
        EditTicket.Patch promised = new EditTicket.Patch(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Optional.of(clock.now().plus(length)),
                Optional.of(clock.now().plus(length.dividedBy(2))),
                null);
        edit.handle(agent, ticket.id(), Precondition.any(), promised, step.text());
    }

    void chain(Caller agent, Ticket ticket, Story.Step step) {
        ChainTicket.Command command = new ChainTicket.Command(
                ticket.id(), subject(step), Objects.requireNonNull(step.text(), step.act()), BodyFormat.TEXT);
        keep(step, () -> chain.handle(agent, command));
    }

    void split(Caller agent, Ticket ticket, MessageId message, Story.Step step) {
        SplitTicket.Command command =
                new SplitTicket.Command(ticket.id(), Precondition.any(), Set.of(message), subject(step));
        keep(step, () -> split.handle(agent, command));
    }

    private void keep(Story.Step step, Supplier<Ticket> make) {
        progress.making("ticket." + step.key(), make, made -> made.id().value());
    }

    void link(Caller agent, Ticket ticket, Story.Step step) {
        LinkKind kind = LinkKind.of(Objects.requireNonNull(step.kind(), step.act()), "kind");
        link.link(agent, new TicketLink(kind, ticket.id(), ticket(step.to())));
    }

    void merge(Caller agent, Ticket ticket, Story.Step step) {
        merge.merge(agent, ticket.id(), Precondition.any(), ticket(step.to()));
    }

    void join(Caller agent, Ticket ticket, ChangeParticipants.Kind kind, Story.Step step) {
        PersonId person = new PersonId(progress.id("person." + step.to()));
        participants.add(agent, ticket.id(), person, null, kind);
    }

    private static String subject(Story.Step step) {
        return Objects.requireNonNull(step.subject(), step.act());
    }

    private TicketId ticket(@Nullable String key) {
        return new TicketId(progress.id("ticket." + key));
    }
}
