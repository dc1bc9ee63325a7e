package io.switchboard.core.people.directory;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.store.IdGenerator;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.people.AbsenceRow;
import io.switchboard.core.store.people.PersonStore;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Knows when agents are away. Each keeps their own absences; those of others need {@code people.edit}. */
@Component(service = Absences.class)
public final class Absences {
    private static final int MOST = 200;

    private final Transactions transactions;
    private final PersonStore persons;
    private final IdGenerator ids;

    /** Makes it. */
    @Activate
    public Absences(@Reference Transactions transactions, @Reference PersonStore persons, @Reference IdGenerator ids) {
        this.transactions = transactions;
        this.persons = persons;
        this.ids = ids;
    }

    /** Returns who is away at a moment of the desk's clock. */
    public Set<PersonId> awayAt(Instant at) {
        return transactions.read(() -> persons.awayAt(at));
    }

    /** Returns an agent's absences in the order of time. */
    public List<AbsenceRow> list(Caller caller, PersonId agent) {
        AccessPolicy.require(caller, Right.PEOPLE_READ);
        return transactions.read(() -> {
            checkAgent(agent);
            return persons.absencesOf(agent);
        });
    }

    /** Adds an absence, from its begin to its end, which is not part of it. */
    public AbsenceRow add(Caller caller, PersonId agent, Instant from, Instant until, @Nullable String reason) {
        checkMay(caller, agent);
        if (!from.isBefore(until)) {
            throw SwitchboardException.field("until", "must be after from");
        }
        AbsenceRow absence = new AbsenceRow(ids.next(), agent, from, until, reason);
        return transactions.write(() -> {
            checkAgent(agent);
            if (persons.absencesOf(agent).size() >= MOST) {
                throw SwitchboardException.field("from", "there are " + MOST + " absences already; remove old ones");
            }
            persons.insertAbsence(absence);
            transactions.made(absence.id());
            return absence;
        });
    }

    /** Removes an absence. */
    public void remove(Caller caller, PersonId agent, UUID absence) {
        checkMay(caller, agent);
        if (!transactions.write(() -> persons.deleteAbsence(agent, absence))) {
            throw SwitchboardException.notFound("absence");
        }
    }

    private void checkAgent(PersonId agent) {
        if (!persons.isAgent(agent)) {
            throw SwitchboardException.notFound("agent");
        }
    }

    private static void checkMay(Caller caller, PersonId agent) {
        AccessPolicy.require(caller, Right.PEOPLE_READ);
        if (!agent.equals(caller.person())) {
            AccessPolicy.require(caller, Right.PEOPLE_EDIT);
        }
    }
}
