package io.switchboard.intake.monitoring;

import io.switchboard.api.desk.Contact;
import io.switchboard.api.desk.Desk;
import io.switchboard.api.desk.Desk.TicketPatch;
import io.switchboard.api.desk.NewMessage;
import io.switchboard.api.desk.NewTicket;
import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.api.ticket.Circumstances;
import io.switchboard.api.ticket.ExternalReference;
import io.switchboard.api.ticket.FieldValue;
import io.switchboard.api.ticket.Level;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.ResolutionKind;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps one ticket for each group of alerts: opens it, notes what changes, resolves it when the alerts end, and reopens it
 * when they come back. A delivery that tells nothing new changes nothing. When the ticket of a group was archived, the next
 * alert of the group has a new one.
 */
final class AlertTickets {
    private static final String SYSTEM = "alertmanager";
    private static final String STATE = "alertState";
    private static final int MOST_OCCURRENCES = 10_000;

    private final Desk desk;
    private final MonitoringSettings settings;

    AlertTickets(Desk desk, MonitoringSettings settings) {
        this.desk = desk;
        this.settings = settings;
    }

    /** Has the group's ticket tell what the group tells. */
    void take(AlertGroup group) {
        for (int occurrence = 1; occurrence <= MOST_OCCURRENCES; occurrence++) {
            ExternalReference name = new ExternalReference(
                    SYSTEM, occurrence == 1 ? group.reference() : group.reference() + "-" + occurrence);
            Optional<Ticket> ticket = desk.ticketByExternal(name);
            if (ticket.isEmpty()) {
                open(group, name);
                return;
            }
            if (!way(ticket.get()).ended(ticket.get().progress().status())) {
                update(group, ticket.get());
                return;
            }
        }
        throw new SwitchboardException(ErrorCode.POLICY_REFUSED, "This group of alerts has had too many tickets");
    }

    private void open(AlertGroup group, ExternalReference name) {
        if (!group.firing()) {
            return;
        }
        try {
            desk.open(newTicket(group, name));
        } catch (SwitchboardException refusal) {
            if (refusal.code() != ErrorCode.ALREADY_EXISTS) {
                throw refusal;
            }
            desk.ticketByExternal(name).ifPresent(openedMeanwhile -> update(group, openedMeanwhile));
        }
    }

    private NewTicket newTicket(AlertGroup group, ExternalReference name) {
        Level level = level(group.severity());
        return new NewTicket(
                group.subject(),
                group.description(),
                BodyFormat.TEXT,
                new Contact("Monitoring", settings.requester(), null),
                MonitoringChannel.ID,
                TicketType.INCIDENT,
                settings.category().isBlank() ? null : settings.category(),
                null,
                level,
                level,
                null,
                Circumstances.UNKNOWN,
                Map.of(STATE, new FieldValue.Text(group.state())),
                Set.of("alert"),
                List.of(),
                name);
    }

    private Level level(String severity) {
        if (List.of(settings.high()).contains(severity)) {
            return Level.HIGH;
        }
        return List.of(settings.medium()).contains(severity) ? Level.MEDIUM : Level.LOW;
    }

    /** The state is put down last, so that a delivery that broke off is made good by the next one. */
    private void update(AlertGroup group, Ticket ticket) {
        FieldValue state = new FieldValue.Text(group.state());
        if (state.equals(ticket.fields().get(STATE))) {
            return;
        }
        boolean done = way(ticket).done(ticket.progress().status());
        note(ticket, group.firing() ? "What fires now:\n" + group.description() : "All alerts have ended.");
        if (group.firing() && done) {
            way(ticket)
                    .back(ticket.progress().status())
                    .ifPresent(again -> desk.transition(ticket.id(), again, "The alerts fire again", null));
        } else if (!group.firing() && !done && settings.resolve()) {
            resolve(ticket);
        }
        desk.edit(
                ticket.id(),
                new TicketPatch(null, null, null, Set.of(), Set.of(), Map.of(STATE, state), null, null),
                null);
    }

    private void note(Ticket ticket, String text) {
        desk.post(ticket.id(), NewMessage.of(MessageKind.NOTE, text, MonitoringChannel.ID));
    }

    /** Resolves the ticket if its lifecycle and guards let it; else the note that the alerts ended has to do. */
    private void resolve(Ticket ticket) {
        Resolution resolution =
                new Resolution(ResolutionKind.OTHER, "The alerts have ended by themselves.", null, null, null, null);
        try {
            for (Status next : way(ticket).toDone(ticket.progress().status())) {
                Resolution given = way(ticket).done(next) ? resolution : null;
                desk.transition(ticket.id(), next, "The alerts have ended", given);
            }
        } catch (SwitchboardException refusal) {
            if (refusal.code() != ErrorCode.ILLEGAL_TRANSITION && refusal.code() != ErrorCode.GUARD_REFUSED) {
                throw refusal;
            }
            desk.remark(ticket.id(), "Could not be resolved: " + refusal.getMessage());
        }
    }

    private Way way(Ticket ticket) {
        String profile = ticket.progress().profile();
        return new Way(desk.lifecycle(profile)
                .orElseThrow(() -> new IllegalStateException("There is no lifecycle profile " + profile)));
    }
}
