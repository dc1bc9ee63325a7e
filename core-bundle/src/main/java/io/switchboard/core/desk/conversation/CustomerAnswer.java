package io.switchboard.core.desk.conversation;

import io.switchboard.api.desk.Contact;
import io.switchboard.api.desk.NewMessage;
import io.switchboard.api.lifecycle.StatusCategory;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.Progress;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.desk.TicketEdit;
import io.switchboard.core.desk.progress.TransitionTicket;
import io.switchboard.core.lifecycle.Lifecycle;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a customer's message does to where the ticket stands (ST2, ST6). */
@Component(service = CustomerAnswer.class)
public final class CustomerAnswer {
    private final Lifecycle lifecycle;
    private final ReopenWindow window;
    private final TransitionTicket transitions;

    /** Makes it. */
    @Activate
    public CustomerAnswer(
            @Reference Lifecycle lifecycle, @Reference ReopenWindow window, @Reference TransitionTicket transitions) {
        this.lifecycle = lifecycle;
        this.window = window;
        this.transitions = transitions;
    }

    /** Returns what a message comes to: of a ticket that is not solved, whatever is said is an answer. */
    ReplyReading read(Ticket ticket, NewMessage message) {
        if (lifecycle.category(ticket.progress()) != StatusCategory.DONE) {
            return ReplyReading.ANSWER;
        }
        Contact author = message.author();
        List<String> names = Stream.of(ticket.requester().name(), author == null ? null : author.name())
                .filter(Objects::nonNull)
                .toList();
        return ReplyReading.of(message.body(), message.format(), names);
    }

    /** Returns whether an answer comes too late to open a solved ticket again, and so makes a follow-up. */
    boolean comesTooLate(Ticket ticket, Instant now) {
        Progress standing = ticket.progress();
        if (standing.disposition() != Disposition.NONE || lifecycle.category(standing) != StatusCategory.DONE) {
            return false;
        }
        return lifecycle.onReopening(standing).isEmpty()
                || standing.statusSince().plus(window.length()).isBefore(now);
    }

    /** Wakes the ticket, brings it back to work, or opens it again. */
    void take(TicketEdit edit, ReplyReading reading) {
        if (edit.ticket().progress().disposition() != Disposition.NONE) {
            return;
        }
        if (edit.ticket().progress().postponedUntil() != null) {
            edit.draft().postponedUntil(null);
        }
        Progress standing = edit.ticket().progress();
        lifecycle
                .onAnswer(standing)
                .or(() -> reading == ReplyReading.ANSWER ? lifecycle.onReopening(standing) : Optional.empty())
                .ifPresent(to -> transitions.move(edit, to, null, null));
    }
}
