package io.switchboard.core.people.directory;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.people.Sessions;
import io.switchboard.core.store.people.AccessStore;
import io.switchboard.core.store.people.PersonRow;
import io.switchboard.core.store.people.PersonStore;
import io.switchboard.core.store.people.PersonTraces;
import io.switchboard.core.store.setting.SettingStore;
import io.switchboard.core.store.triage.AgentLoad;
import io.switchboard.core.store.triage.AgentLoads;
import io.switchboard.core.timing.Timers;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes somebody a person without a name, an address or an account. Works in the thread's transaction. */
@Component(service = ForgetAccount.class)
public final class ForgetAccount {
    private final PersonStore persons;
    private final AccessStore access;
    private final PersonTraces traces;
    private final SettingStore settings;
    private final AgentLoads loads;
    private final Roles roles;
    private final Sessions sessions;
    private final Timers timers;

    /** Makes it. */
    @Activate
    public ForgetAccount(
            @Reference PersonStore persons,
            @Reference AccessStore access,
            @Reference PersonTraces traces,
            @Reference SettingStore settings,
            @Reference AgentLoads loads,
            @Reference Roles roles,
            @Reference Sessions sessions,
            @Reference Timers timers) {
        this.persons = persons;
        this.access = access;
        this.traces = traces;
        this.settings = settings;
        this.loads = loads;
        this.roles = roles;
        this.sessions = sessions;
        this.timers = timers;
    }

    /**
     * Demands that the caller may reach the account, and that nobody waits for its owner.
     *
     * @throws SwitchboardException with {@code right-missing} if it may do more than the caller, or {@code in-use} while
     *     open tickets are assigned to it
     */
    public void demandForgettable(Caller caller, PersonId person) {
        if (!persons.isAgent(person)) {
            return;
        }
        if (!caller.rights().containsAll(roles.rightsOf(access.grantsOf(person)))) {
            AccessPolicy.require(caller, Right.ROLE_EDIT);
        }
        AgentLoad load = loads.all().get(person);
        if (load != null && load.openTickets() > 0) {
            throw new SwitchboardException(
                    ErrorCode.IN_USE,
                    "They work on " + load.openTickets() + " open tickets; assign those to somebody else first:"
                            + " GET /api/v1/tickets?assignee=" + person + " lists them",
                    List.of(),
                    Map.of("openTickets", load.openTickets()),
                    null);
        }
    }

    /**
     * Forgets somebody: how they are called and reached, and how they come in. Their sessions and tokens are dead when it
     * commits.
     *
     * @param name what they are called from now on
     * @param known by what they are and were known, see {@link KnownAs}
     * @throws SwitchboardException with {@code policy-refused} if nobody would be left who may change roles
     */
    public void forget(PersonRow person, String name, Collection<String> known) {
        PersonId id = person.id();
        boolean agent = persons.isAgent(id);
        PeopleChanges.changed(persons.update(PersonRows.erased(person, name, PeopleChanges.now()), person.version()));
        sessions.endAll(id);
        traces.removeAccount(id);
        if (agent) {
            roles.demandSomebodyInCharge();
        }
        settings.remove(KeepPreferences.setting(id));
        String emailKey = person.emailKey();
        if (emailKey != null) {
            AskedByMail.KINDS.forEach(kind -> timers.cancel(kind, emailKey));
        }
        traces.forgetAnswers(id);
        traces.forgetSent(known);
        traces.forgetAudited(id);
    }
}
