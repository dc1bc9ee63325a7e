package io.switchboard.core.desk.extension;

import io.switchboard.api.desk.Desk;
import io.switchboard.api.desk.NewMessage;
import io.switchboard.api.desk.NewTicket;
import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.lifecycle.LifecycleProfile;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.FieldChange;
import io.switchboard.api.ticket.ExternalReference;
import io.switchboard.api.ticket.Message;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Limits;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.assignment.AssignTicket;
import io.switchboard.core.desk.conversation.PostMessage;
import io.switchboard.core.desk.progress.TransitionTicket;
import io.switchboard.core.desk.record.EditTicket;
import io.switchboard.core.desk.record.ListTickets;
import io.switchboard.core.store.ticket.TicketListing.Filter;
import io.switchboard.core.store.ticket.TicketOrder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** The desk in the name of one plugin. */
@Component(service = Desk.class, scope = ServiceScope.BUNDLE)
public final class PluginDesk implements Desk {
    private static final int LONGEST_THREAD = 500;
    private static final int MOST_TICKETS = 100;

    private final DeskUseCases desk;
    private final PluginCallers callers;
    private final String plugin;

    /** Makes it for the bundle that uses it. */
    @Activate
    public PluginDesk(ComponentContext context, @Reference DeskUseCases desk, @Reference PluginCallers callers) {
        this(desk, callers, context.getUsingBundle().getSymbolicName());
    }

    PluginDesk(DeskUseCases desk, PluginCallers callers, String plugin) {
        this.desk = desk;
        this.callers = callers;
        this.plugin = plugin;
    }

    private PluginCaller caller() {
        return callers.of(plugin);
    }

    @Override
    public Ticket open(NewTicket ticket) {
        return desk.open.handle(caller().everywhere(), ticket);
    }

    @Override
    public Message post(TicketId ticket, NewMessage message) {
        return post(caller().on(ticket), ticket, message);
    }

    @Override
    public Message postAs(TicketId ticket, PersonId person, NewMessage message) {
        if (message.kind() != MessageKind.CUSTOMER) {
            throw SwitchboardException.field("kind", "must be customer: a participant writes no replies or notes");
        }
        return post(caller().onBehalfOf(person, message.channel()), ticket, message);
    }

    private Message post(Caller caller, TicketId ticket, NewMessage message) {
        PostMessage.Posted posted = desk.post.handle(caller, ticket, Precondition.any(), message);
        return desk.thread.message(caller, posted.message());
    }

    @Override
    public Ticket transition(TicketId ticket, Status to, @Nullable String reason, @Nullable Resolution resolution) {
        return desk.transition.handle(
                caller().on(ticket),
                new TransitionTicket.Command(ticket, Precondition.any(), to, reason, resolution, null));
    }

    @Override
    public Ticket assign(TicketId ticket, @Nullable PersonId agent, @Nullable TeamId team, @Nullable String reason) {
        return desk.assign.handle(
                caller().on(ticket), new AssignTicket.Command(ticket, Precondition.any(), agent, team, reason));
    }

    @Override
    public Ticket edit(TicketId ticket, TicketPatch change, @Nullable String reason) {
        return desk.edit.handle(caller().on(ticket), ticket, Precondition.any(), EditTicket.Patch.of(change), reason);
    }

    @Override
    public Ticket postpone(TicketId ticket, Instant until) {
        return desk.postpone.handle(caller().on(ticket), ticket, Precondition.any(), until);
    }

    @Override
    public void remark(TicketId ticket, String text) {
        new Limits().line("text", text, Limits.REASON).check();
        desk.changes.change(caller().on(ticket), ticket, Precondition.any(), edit -> {
            edit.record(
                    EventType.PLUGIN_REMARKED,
                    List.of(new FieldChange("remark", null, text)),
                    Map.of("plugin", plugin));
            return ticket;
        });
    }

    @Override
    public Optional<Ticket> ticket(TicketId id) {
        return found(() -> desk.read.ticket(caller().on(id), id));
    }

    @Override
    public Optional<Ticket> ticketByNumber(String number) {
        return found(() -> desk.read.resolve(number)).flatMap(this::ticket);
    }

    @Override
    public Optional<Ticket> ticketByExternal(ExternalReference external) {
        return desk.read.byExternal(external).flatMap(this::ticket);
    }

    private static <T> Optional<T> found(Supplier<T> look) {
        try {
            return Optional.of(look.get());
        } catch (SwitchboardException refused) {
            if (refused.code() == ErrorCode.NOT_FOUND || refused.code() == ErrorCode.PURGED) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    @Override
    public List<Ticket> ticketsOf(PersonId requester, int limit) {
        Caller self = caller().onBehalfOf(requester, plugin);
        ListTickets.Query query = new ListTickets.Query(
                ListTickets.View.ALL,
                Filter.of(requester),
                TicketOrder.UPDATED,
                null,
                Math.max(1, Math.min(limit, MOST_TICKETS)));
        return desk.list.handle(self, query).stream()
                .flatMap(listed -> ticket(listed.id()).stream())
                .toList();
    }

    @Override
    public List<Message> thread(TicketId ticket, int limit) {
        return desk.thread.handle(caller().on(ticket), ticket, null, Math.min(limit, LONGEST_THREAD));
    }

    @Override
    public List<Message> customerThread(TicketId ticket, int limit) {
        return desk.thread.handle(caller().withoutNotes().on(ticket), ticket, null, Math.min(limit, LONGEST_THREAD));
    }

    @Override
    public Optional<LifecycleProfile> lifecycle(String profile) {
        return desk.lifecycle.find(profile);
    }
}
