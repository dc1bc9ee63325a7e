package io.switchboard.core.people.directory;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditKind;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.people.ExternalIdentityStore;
import io.switchboard.core.store.people.ExternalIdentityStore.IdentityRow;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Binds accounts of other systems to people. Whoever binds one can let anybody in as that person, so it needs the right
 * to change roles.
 */
@Component(service = ExternalAccounts.class)
public final class ExternalAccounts {
    private static final String TAKEN = "This account or login is bound to somebody already; release it there first";

    private final Transactions transactions;
    private final PeopleChanges changes;
    private final Accounts accounts;
    private final ExternalIdentityStore identities;

    /** An account of another system: who vouches, its unchanging key there, and what is typed to sign in. */
    public record External(String issuer, String subject, String login) {}

    /** Makes it. */
    @Activate
    public ExternalAccounts(
            @Reference Transactions transactions,
            @Reference PeopleChanges changes,
            @Reference Accounts accounts,
            @Reference ExternalIdentityStore identities) {
        this.transactions = transactions;
        this.changes = changes;
        this.accounts = accounts;
        this.identities = identities;
    }

    /** Returns the accounts of a person. */
    public List<External> list(Caller caller, PersonId person) {
        AccessPolicy.require(caller, Right.PEOPLE_READ);
        AccessPolicy.require(caller, Right.ROLE_EDIT);
        return transactions.read(() -> identities.of(accounts.find(person).id())).stream()
                .map(row -> new External(row.issuer(), row.subject(), row.loginKey()))
                .toList();
    }

    /**
     * Binds an account.
     *
     * @throws SwitchboardException with {@code already-exists} if the account or the login is bound
     */
    public void bind(Caller caller, PersonId person, External external) {
        AccessPolicy.require(caller, Right.ROLE_EDIT);
        changes.run(TAKEN, () -> {
            accounts.demandReach(caller, person);
            identities.bind(new IdentityRow(
                    external.issuer(),
                    external.subject(),
                    person,
                    external.login().strip().toLowerCase(Locale.ROOT),
                    PeopleChanges.now()));
            changes.note(caller, AuditKind.IDENTITY_BOUND, "person:" + person, null, external);
            return person;
        });
    }

    /** Releases all accounts of a person; whoever is signed in stays so. */
    public void release(Caller caller, PersonId person) {
        AccessPolicy.require(caller, Right.ROLE_EDIT);
        changes.run(TAKEN, () -> {
            accounts.demandReach(caller, person);
            int released = identities.release(person);
            changes.note(caller, AuditKind.IDENTITY_RELEASED, "person:" + person, Map.of("accounts", released), null);
            return person;
        });
    }
}
