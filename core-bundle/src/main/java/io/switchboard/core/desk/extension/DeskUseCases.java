package io.switchboard.core.desk.extension;

import io.switchboard.core.desk.TicketChanges;
import io.switchboard.core.desk.assignment.AssignTicket;
import io.switchboard.core.desk.conversation.PostMessage;
import io.switchboard.core.desk.conversation.ReadThread;
import io.switchboard.core.desk.history.History;
import io.switchboard.core.desk.intake.OpenTicket;
import io.switchboard.core.desk.progress.PostponeTicket;
import io.switchboard.core.desk.progress.TransitionTicket;
import io.switchboard.core.desk.record.EditTicket;
import io.switchboard.core.desk.record.ListTickets;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.lifecycle.Lifecycle;
import io.switchboard.core.store.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The use cases that plugins can reach, shared by the desks of all plugins. */
@Component(service = DeskUseCases.class)
public final class DeskUseCases {
    final Transactions transactions;
    final TicketChanges changes;
    final History history;
    final Lifecycle lifecycle;
    final OpenTicket open;
    final PostMessage post;
    final ReadThread thread;
    final ReadTicket read;
    final ListTickets list;
    final TransitionTicket transition;
    final AssignTicket assign;
    final EditTicket edit;
    final PostponeTicket postpone;

    /** Collects them. */
    @Activate
    public DeskUseCases(
            @Reference Transactions transactions,
            @Reference TicketChanges changes,
            @Reference History history,
            @Reference Lifecycle lifecycle,
            @Reference OpenTicket open,
            @Reference PostMessage post,
            @Reference ReadThread thread,
            @Reference ReadTicket read,
            @Reference ListTickets list,
            @Reference TransitionTicket transition,
            @Reference AssignTicket assign,
            @Reference EditTicket edit,
            @Reference PostponeTicket postpone) {
        this.transactions = transactions;
        this.changes = changes;
        this.history = history;
        this.lifecycle = lifecycle;
        this.open = open;
        this.post = post;
        this.thread = thread;
        this.read = read;
        this.list = list;
        this.transition = transition;
        this.assign = assign;
        this.edit = edit;
        this.postpone = postpone;
    }
}
