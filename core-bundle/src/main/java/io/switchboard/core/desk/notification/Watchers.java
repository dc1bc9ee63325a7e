package io.switchboard.core.desk.notification;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.reaction.EventType;
import io.switchboard.core.desk.TicketEdit;
import io.switchboard.core.store.people.PersonRow;
import io.switchboard.core.store.people.PersonStore;
import io.switchboard.core.store.people.TeamStore;
import io.switchboard.core.store.ticket.TicketStore;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Has the members of a team watch a ticket. Works in a change that is under way. */
@Component(service = Watchers.class)
public final class Watchers {
    private static final int MOST = 20;
    private static final int PARTICIPANTS = 100;
    private static final String KIND = "watcher";

    private final TicketStore tickets;
    private final TeamStore teams;
    private final PersonStore persons;

    /** Makes it. */
    @Activate
    public Watchers(@Reference TicketStore tickets, @Reference TeamStore teams, @Reference PersonStore persons) {
        this.tickets = tickets;
        this.teams = teams;
        this.persons = persons;
    }

    /** Returns the first 20 active members of a team. */
    List<PersonId> active(TeamId team) {
        return members(team).limit(MOST).toList();
    }

    private Stream<PersonId> members(TeamId team) {
        List<PersonId> members = teams.members(team).stream().limit(500).toList();
        return persons.find(members).values().stream()
                .filter(person -> person.active() && !person.erased())
                .map(PersonRow::id)
                .sorted(Comparator.naturalOrder());
    }

    /** Has the first 20 active members join who do not take part yet. */
    public List<PersonId> join(TicketEdit edit, TeamId team) {
        List<PersonId> joining = members(team)
                .filter(person -> !edit.participants().contains(person))
                .limit(Math.min(
                        MOST, Math.max(0, PARTICIPANTS - edit.participants().size())))
                .toList();
        joining.forEach(person -> join(edit, person));
        return joining;
    }

    /** Has somebody join who does not take part yet, unless a hundred do. */
    public void join(TicketEdit edit, PersonId person) {
        if (edit.participants().size() >= PARTICIPANTS) {
            return;
        }
        tickets.addParticipant(edit.ticket().id(), person, KIND);
        edit.record(EventType.PARTICIPANT_CHANGED, Map.of("person", person.toString(), "joined", KIND));
    }
}
