package io.switchboard.core.desk.notification;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.desk.TicketEdit;
import io.switchboard.core.people.directory.KeepPreferences;
import io.switchboard.core.people.directory.Preferences.Way;
import io.switchboard.core.store.IdGenerator;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.notification.NotificationRow;
import io.switchboard.core.store.notification.NotificationStore;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
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
    private final Transactions transactions;
    private final NotificationWatch watch;

    /** Makes it. */
    @Activate
    public Notify(
            @Reference NotificationStore notifications,
            @Reference KeepPreferences preferences,
            @Reference IdGenerator ids,
            @Reference Transactions transactions,
            @Reference NotificationWatch watch) {
        this.notifications = notifications;
        this.preferences = preferences;
        this.ids = ids;
        this.transactions = transactions;
        this.watch = watch;
    }

    /** Tells a person of an event, unless they were told of it before; false if they were. */
    boolean once(PersonId person, TicketId ticket, NoticeKind kind, TicketEvent event) {
        return once(person, ticket, kind, Audience.person(event).orElse(null), event.at());
    }

    private boolean once(PersonId person, TicketId ticket, NoticeKind kind, @Nullable PersonId by, Instant at) {
        if (notifications.has(person, ticket, kind.id(), at)) {
            return false;
        }
        insert(person, ticket, kind, by, at);
        return true;
    }

    /** Tells people that the time has come for something, unless they were told before. */
    void remind(Collection<PersonId> people, TicketId ticket, NoticeKind kind, Instant due) {
        for (PersonId person : people) {
            if (preferences.wants(person, kind.event(), Way.DESK)) {
                once(person, ticket, kind, null, due);
            }
        }
    }

    /** Tells people; of a person the latest 1,000 are kept. */
    public void tell(TicketEdit edit, Collection<PersonId> people, NoticeKind kind) {
        PersonId self = edit.caller().person();
        for (PersonId person : people) {
            if (!person.equals(self) && preferences.wants(person, kind.event(), Way.DESK)) {
                insert(person, edit.ticket().id(), kind, self, edit.now());
            }
        }
    }

    private void insert(PersonId person, TicketId ticket, NoticeKind kind, @Nullable PersonId by, Instant at) {
        notifications.insert(new NotificationRow(ids.next(), person, ticket, kind.id(), by, at, null));
        notifications.keepLatest(person, KEPT);
        transactions.afterCommit(watch::lookSoon);
    }
}
