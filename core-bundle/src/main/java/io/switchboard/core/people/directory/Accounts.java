package io.switchboard.core.people.directory;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditKind;
import io.switchboard.core.audit.AuditLog;
import io.switchboard.core.people.SecondFactor;
import io.switchboard.core.people.Sessions;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.people.AccessStore;
import io.switchboard.core.store.people.PersonRow;
import io.switchboard.core.store.people.PersonStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What administrators do to the accounts of others. Nobody reaches the account of somebody who may do more than they,
 * unless they may change roles.
 */
@Component(service = Accounts.class)
public final class Accounts {
    private final Transactions transactions;
    private final PersonStore persons;
    private final AccessStore access;
    private final Roles roles;
    private final Sessions sessions;
    private final SecondFactor secondFactor;
    private final AuditLog audit;

    /** Makes it. */
    @Activate
    public Accounts(
            @Reference Transactions transactions,
            @Reference PersonStore persons,
            @Reference AccessStore access,
            @Reference Roles roles,
            @Reference Sessions sessions,
            @Reference SecondFactor secondFactor,
            @Reference AuditLog audit) {
        this.transactions = transactions;
        this.persons = persons;
        this.access = access;
        this.roles = roles;
        this.sessions = sessions;
        this.secondFactor = secondFactor;
        this.audit = audit;
    }

    /** Takes the authenticator app from somebody who lost it, and signs them out everywhere. */
    public void resetSecondFactor(Caller caller, PersonId person) {
        transactions.write(() -> {
            demandReach(caller, person);
            secondFactor.forget(caller, person);
            sessions.endAll(person);
            return person;
        });
    }

    /** Signs somebody out everywhere; everybody may do so to themselves. */
    public void signOutEverywhere(Caller caller, PersonId person) {
        transactions.write(() -> {
            if (!person.equals(caller.person()) || caller.link() != null) {
                demandReach(caller, person);
            }
            sessions.endAll(person);
            audit.record(caller, AuditKind.SESSION_ALL_ENDED, "person:" + person);
            return person;
        });
    }

    /**
     * Demands that the caller may act on an account; in the thread's transaction.
     *
     * @throws SwitchboardException with {@code not-found} if there is no such active person
     */
    void demandReach(Caller caller, PersonId person) {
        AccessPolicy.require(caller, Right.PEOPLE_READ);
        boolean agent = persons.isAgent(find(person).id());
        AccessPolicy.require(caller, agent ? Right.PEOPLE_EDIT : Right.CUSTOMER_EDIT);
        if (agent && !caller.rights().containsAll(roles.rightsOf(access.grantsOf(person)))) {
            AccessPolicy.require(caller, Right.ROLE_EDIT);
        }
    }

    PersonRow find(PersonId id) {
        return persons.find(id)
                .filter(person -> person.active() && !person.erased())
                .orElseThrow(() -> SwitchboardException.notFound("person"));
    }
}
