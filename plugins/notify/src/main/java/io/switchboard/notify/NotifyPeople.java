package io.switchboard.notify;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.notification.Notifications;
import io.switchboard.api.notification.Occasion;
import io.switchboard.api.plugin.PluginHealth;
import io.switchboard.api.plugin.SwitchboardPlugin;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.Reaction;
import io.switchboard.api.reaction.Subscription;
import io.switchboard.api.reaction.TicketEvent;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Tells people of what happened to their tickets, on the occasions that the settings name (CO2). Whom, by which way and in which
 * words is the desk's; the plugin says when.
 */
@Component(service = {Reaction.class, PluginHealth.class})
@Designate(ocd = NotifySettings.class)
@Subscription(
        name = "notices",
        events = {
            "ticket.opened",
            "message.sent",
            "message.received",
            "ticket.assigned",
            "ticket.resolved",
            "ticket.closed",
            "ticket.expectation_changed"
        },
        confidential = true)
@SwitchboardPlugin(socket = "Reaction")
@SwitchboardPlugin(socket = "PluginHealth")
public final class NotifyPeople implements Reaction, PluginHealth {
    private static final Map<EventType, Occasion> OCCASIONS = new EnumMap<>(Map.of(
            EventType.TICKET_OPENED, Occasion.RECEIVED,
            EventType.MESSAGE_SENT, Occasion.REPLIED,
            EventType.MESSAGE_RECEIVED, Occasion.ANSWERED,
            EventType.TICKET_ASSIGNED, Occasion.ASSIGNED,
            EventType.TICKET_RESOLVED, Occasion.RESOLVED,
            EventType.TICKET_CLOSED, Occasion.CLOSED,
            EventType.TICKET_EXPECTATION_CHANGED, Occasion.EXPECTED));

    private final Notifications notifications;
    private final Set<Occasion> wanted = EnumSet.noneOf(Occasion.class);
    private final List<String> unreadable = new ArrayList<>();

    /** Takes the settings. */
    @Activate
    public NotifyPeople(NotifySettings settings, @Reference Notifications notifications) {
        this.notifications = notifications;
        for (String occasion : settings.occasions()) {
            read(occasion.strip());
        }
    }

    /** An empty line is no mistake: forms send them. */
    private void read(String occasion) {
        if (occasion.isEmpty()) {
            return;
        }
        try {
            wanted.add(Occasion.of(occasion, "occasions"));
        } catch (SwitchboardException unknown) {
            unreadable.add(occasion);
        }
    }

    @Override
    public void react(List<TicketEvent> events) {
        for (TicketEvent event : events) {
            Occasion occasion = OCCASIONS.get(event.type());
            if (occasion != null && wanted.contains(occasion)) {
                notifications.tell(event, occasion);
            }
        }
    }

    @Override
    public State check() {
        return unreadable.isEmpty()
                ? State.WELL
                : new State(
                        Grade.YELLOW,
                        "There is no occasion '" + unreadable.get(0).replaceAll("\\p{Cntrl}", " ")
                                + "'; it counts for nothing");
    }
}
