package io.switchboard.core.desk.notification;

import io.switchboard.api.delivery.Courier.Address;
import io.switchboard.api.desk.Actor;
import io.switchboard.api.notification.Occasion;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.core.people.directory.KeepPreferences;
import io.switchboard.core.people.directory.Preferences;
import io.switchboard.core.people.directory.Preferences.Way;
import io.switchboard.core.people.directory.QuietHours;
import io.switchboard.core.store.people.PersonRow;
import io.switchboard.core.store.people.PersonStore;
import io.switchboard.core.timing.DeskClock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Knows how people want to be told. Who has chosen nothing is told by mail as a customer, and inside the desk as an agent.
 * Works in the thread's transaction.
 */
@Component(service = Audience.class)
public final class Audience {
    private final PersonStore persons;
    private final KeepPreferences preferences;
    private final DeskClock clock;

    /** Makes it. */
    @Activate
    public Audience(
            @Reference PersonStore persons, @Reference KeepPreferences preferences, @Reference DeskClock clock) {
        this.persons = persons;
        this.preferences = preferences;
        this.clock = clock;
    }

    /**
     * Somebody who is to be told.
     *
     * @param address where mail reaches them, or null
     * @param language the BCP 47 tag of the language they read, or null
     * @param from the earliest time at which they want mail
     */
    record Listener(
            PersonId person,
            @Nullable Address address,
            boolean staff,
            Set<Way> ways,
            @Nullable String language,
            Instant from) {}

    /** Returns those of the people who are active. */
    List<Listener> of(Collection<PersonId> people, TicketEvent event, Occasion occasion) {
        return people.stream()
                .flatMap(person -> persons.find(person).stream())
                .filter(row -> row.active() && !row.erased())
                .flatMap(row -> preferences.of(row.id()).map(chosen -> listener(row, chosen, event, occasion)).stream())
                .toList();
    }

    private Listener listener(PersonRow row, Preferences chosen, TicketEvent event, Occasion occasion) {
        String email = row.email();
        Set<Way> ways = chosen.notifications()
                .getOrDefault(event.type(), occasion.forCustomers() ? Set.of(Way.MAIL) : Set.of(Way.DESK));
        QuietHours quiet = chosen.quiet();
        ZoneId zone = chosen.zone();
        Instant now = clock.now();
        return new Listener(
                row.id(),
                email == null ? null : new Address("email", email, row.name()),
                persons.isStaff(row.id()),
                ways,
                chosen.language(),
                quiet == null ? now : quiet.next(now, zone == null ? ZoneOffset.UTC : zone));
    }

    /** Returns the name of somebody, or null. */
    @Nullable
    String name(@Nullable PersonId person) {
        return person == null ? null : persons.find(person).map(PersonRow::name).orElse(null);
    }

    /** Returns the person who did something, or nothing if it was none. */
    static Optional<PersonId> person(TicketEvent event) {
        return event.actor() instanceof Actor.Person actor ? Optional.of(actor.person()) : Optional.empty();
    }
}
