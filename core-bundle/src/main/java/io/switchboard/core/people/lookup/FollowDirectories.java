package io.switchboard.core.people.lookup;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.people.directory.CustomerChanges;
import io.switchboard.core.people.directory.CustomerProfile;
import io.switchboard.core.people.directory.CustomerProfile.Details;
import io.switchboard.core.people.directory.Organizations;
import io.switchboard.core.people.directory.Origins;
import io.switchboard.core.people.directory.PeopleChanges;
import io.switchboard.core.store.people.PersonRow;
import io.switchboard.core.store.people.PersonStore;
import io.switchboard.core.timing.DeskClock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes down what directories say of a customer. */
@Component(service = FollowDirectories.class)
public final class FollowDirectories {
    private static final int TRIES = 5;
    private static final String SOMEBODY_ELSE = "Somebody else changed the customer or made the organization";

    private final PeopleChanges changes;
    private final PersonStore persons;
    private final CustomerChanges customers;
    private final Organizations organizations;
    private final Origins origins;
    private final DeskClock clock;

    /** Makes it. */
    @Activate
    public FollowDirectories(
            @Reference PeopleChanges changes,
            @Reference PersonStore persons,
            @Reference CustomerChanges customers,
            @Reference Organizations organizations,
            @Reference Origins origins,
            @Reference DeskClock clock) {
        this.changes = changes;
        this.persons = persons;
        this.customers = customers;
        this.organizations = organizations;
        this.origins = origins;
        this.clock = clock;
    }

    /** Returns a customer whom directories may know: neither an agent nor erased, and with an address. */
    Optional<PersonRow> customer(PersonId id) {
        return persons.find(id).filter(row -> !row.erased() && row.emailKey() != null && !persons.isAgent(id));
    }

    /**
     * Changes a customer to what directories say, as far as they may. It looks again if somebody else changes the customer at
     * the same time.
     *
     * @param caller in whose name
     * @param emailKey the address that the directories were asked about
     * @param follow fields that follow the directories from now on, even if a person set them
     * @return the fields that changed, in alphabetical order
     */
    Set<String> handle(Caller caller, PersonId id, String emailKey, List<Heard> heard, Set<String> follow) {
        if (heard.stream().allMatch(one -> one.entry() == null)) {
            return Set.of();
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return changes.run(SOMEBODY_ELSE, () -> write(caller, id, emailKey, heard, follow));
            } catch (SwitchboardException refused) {
                boolean again = refused.code() == ErrorCode.STALE_VERSION || refused.code() == ErrorCode.ALREADY_EXISTS;
                if (!again || attempt == TRIES) {
                    throw refused;
                }
            }
        }
    }

    private Set<String> write(Caller caller, PersonId id, String emailKey, List<Heard> heard, Set<String> follow) {
        PersonRow known =
                customer(id).filter(row -> emailKey.equals(row.emailKey())).orElse(null);
        if (known == null) {
            return Set.of();
        }
        Merge merge = new Merge(heard, origins.of(id), follow);
        Details now = CustomerProfile.of(known).details();
        Details next = merge.apply(now, name -> organizations.called(caller, name));
        if (merge.told().isEmpty()) {
            return Set.of();
        }
        String reason = "The customer directory "
                + String.join(", ", new TreeSet<>(merge.told().values())) + " says so";
        customers.change(caller, known, known.version(), next, reason, clock.now());
        origins.told(id, merge.told(), clock.now());
        return new TreeSet<>(merge.told().keySet());
    }
}
