package io.switchboard.review;

import io.switchboard.api.desk.Clockwork;
import io.switchboard.api.desk.Desk;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.plugin.PluginHealth;
import io.switchboard.api.plugin.SwitchboardPlugin;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.Reaction;
import io.switchboard.api.reaction.Subscription;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.ClosureReason;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.Priority;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.TicketType;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Makes a review when a major incident is resolved, and remarks on the ticket when an action of it is late. A duplicate, and
 * what was withdrawn, was no incident of its own.
 */
@Component(service = {Reaction.class, Clockwork.Alarm.class, PluginHealth.class})
@Designate(ocd = ReviewSettings.class)
@Subscription(
        name = "incidents",
        events = {"ticket.resolved", "ticket.closed", "ticket.purged"},
        confidential = true)
@SwitchboardPlugin(socket = "Reaction")
@SwitchboardPlugin(socket = "Alarm")
@SwitchboardPlugin(socket = "PluginHealth")
public final class MajorIncidents implements Reaction, Clockwork.Alarm, PluginHealth {
    private static final Set<ClosureReason> NO_INCIDENT = Set.of(ClosureReason.DUPLICATE, ClosureReason.WITHDRAWN);
    private static final int SHOWN = 200;

    private final Desk desk;
    private final Reviews reviews;
    private final Set<String> priorities;
    private final Set<String> types;
    private final Duration until;

    /** Takes the settings. */
    @Activate
    public MajorIncidents(ReviewSettings settings, @Reference Desk desk, @Reference Reviews reviews) {
        this(
                desk,
                reviews,
                Set.copyOf(List.of(settings.priorities())),
                Set.copyOf(List.of(settings.types())),
                Duration.ofDays(settings.days()));
    }

    MajorIncidents(Desk desk, Reviews reviews, Set<String> priorities, Set<String> types, Duration until) {
        this.desk = desk;
        this.reviews = reviews;
        this.priorities = priorities;
        this.types = types;
        this.until = until;
    }

    @Override
    public void react(List<TicketEvent> events) {
        for (TicketEvent event : events) {
            if (event.type() == EventType.TICKET_PURGED) {
                reviews.forget(event.ticket());
            } else {
                desk.ticket(event.ticket()).filter(this::major).ifPresent(this::look);
            }
        }
    }

    @Override
    public State check() {
        Set<String> unknown = new TreeSet<>(priorities);
        unknown.addAll(types);
        unknown.removeIf(String::isBlank);
        Arrays.stream(Priority.values()).map(Priority::id).forEach(unknown::remove);
        Arrays.stream(TicketType.values()).map(TicketType::id).forEach(unknown::remove);
        return unknown.isEmpty()
                ? State.WELL
                : new State(
                        Grade.YELLOW, "There are no priorities or types " + unknown + ": no review is made for them");
    }

    private boolean major(Ticket ticket) {
        Status status = ticket.progress().status();
        Resolution resolution = ticket.resolution();
        ClosureReason closure = resolution == null ? null : resolution.closure();
        return (status.equals(Status.RESOLVED) || status.equals(Status.CLOSED))
                && ticket.progress().disposition() == Disposition.NONE
                && priorities.contains(ticket.classification().priority().id())
                && types.contains(ticket.classification().type().id())
                && (closure == null || !NO_INCIDENT.contains(closure));
    }

    private void look(Ticket ticket) {
        if (reviews.make(ticket.id(), null, until).fresh()) {
            desk.remark(ticket.id(), "A post-incident review was made, to be held within " + until.toDays() + " days");
        }
    }

    @Override
    public void ring(String key, @Nullable TicketId ticket, String payload) {
        if (ticket == null || !key.startsWith(Reviews.OVERDUE)) {
            return;
        }
        UUID id = UUID.fromString(key.substring(Reviews.OVERDUE.length()));
        reviews.lateNow(id, payload)
                .ifPresent(action -> desk.remark(
                        ticket,
                        "An action of the post-incident review was due on " + action.due() + ": "
                                + shortened(action.title())));
    }

    private static String shortened(String title) {
        return title.codePointCount(0, title.length()) <= SHOWN
                ? title
                : title.substring(0, title.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
