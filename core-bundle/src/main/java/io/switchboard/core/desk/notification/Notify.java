package io.switchboard.core.desk.notification;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.desk.TicketEdit;
import io.switchboard.core.people.directory.KeepPreferences;
import io.switchboard.core.people.directory.Preferences.Way;
import io.switchboard.core.store.IdGenerator;
import io.switchboard.core.store.notification.NotificationRow;
import io.switchboard.core.store.notification.NotificationStore;
import java.util.Collection;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Puts a notification down for people of the desk, unless they chose not to hear of such things here. Nobody is told of
 * what they did themselves. Works in a change that is under way.
 */
@Component(service = Notify.class)
public final class Notify {
    private static final int KEPT = 1_000;

    private final NotificationStore notifications;
    private final KeepPreferences preferences;
    private final IdGenerator ids;

    /** Makes it. */
    @Activate
    public Notify(
            @Reference NotificationStore notifications,
            @Reference KeepPreferences preferences,
            @Reference IdGenerator ids) {
        this.notifications = notifications;
        this.preferences = preferences;
        this.ids = ids;
    }

    /** Tells a person of an event, unless they were told of it before; false if they were. */
    boolean once(PersonId person, TicketId ticket, NoticeKind kind, TicketEvent event) {
        if (notifications.has(person, ticket, kind.id(), event.at())) {
            return false;
        }
        PersonId by = Audience.person(event).orElse(null);
        notifications.insert(new NotificationRow(ids.next(), person, ticket, kind.id(), by, event.at(), null));
        notifications.keepLatest(person, KEPT);
        return true;
    }

    /** Tells people; of a person the latest 1,000 are kept. */
    public void tell(TicketEdit edit, Collection<PersonId> people, NoticeKind kind) {
        PersonId self = edit.caller().person();
        for (PersonId person : people) {
            if (!person.equals(self) && preferences.wants(person, kind.event(), Way.DESK)) {
                notifications.insert(
                        new NotificationRow(ids.next(), person, edit.ticket().id(), kind.id(), self, edit.now(), null));
                notifications.keepLatest(person, KEPT);
            }
        }
    }
}
