package io.switchboard.testkit.fake;

import io.switchboard.api.notification.Notifications;
import io.switchboard.api.notification.Occasion;
import io.switchboard.api.reaction.TicketEvent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Notifications that are noted down: one person for each occasion, once for each event. */
public final class InMemoryNotifications implements Notifications {
    private final Set<Told> told = new LinkedHashSet<>();

    /** What somebody was told: of which event, and on which occasion. */
    public record Told(String event, Occasion occasion) {}

    /** Returns what was told so far, in order. */
    public synchronized List<Told> told() {
        return List.copyOf(told);
    }

    @Override
    public synchronized int tell(TicketEvent event, Occasion occasion) {
        return told.add(new Told(event.id().toString(), occasion)) ? 1 : 0;
    }
}
