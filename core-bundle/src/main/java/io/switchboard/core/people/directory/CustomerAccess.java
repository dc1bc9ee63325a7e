package io.switchboard.core.people.directory;

import io.switchboard.api.people.OrganizationId;
import io.switchboard.api.people.Right;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.people.EmailAddress;
import io.switchboard.core.store.people.PersonStore;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which changes of customers and organizations decide what a customer reads. Whoever made them for an address of their own
 * could sign in as that customer and read tickets that are kept from them, so {@code customer.edit} alone is not enough.
 */
final class CustomerAccess {
    private CustomerAccess() {}

    /**
     * Demands that the caller may change a customer so, in the thread's transaction. It takes {@code people.edit} to give
     * the account to another address, or the tickets of an organization to an address of a domain that is not its own.
     *
     * @param known what they were, or null for somebody new
     */
    static void demand(
            Caller caller,
            PersonStore persons,
            CustomerProfile.@Nullable Details known,
            CustomerProfile.Details wanted) {
        EmailAddress before = known == null ? null : known.email();
        if (before != null && !Objects.equals(key(before), key(wanted.email()))) {
            AccessPolicy.require(caller, Right.PEOPLE_EDIT);
        }
        boolean same = known != null
                && Objects.equals(known.organization(), wanted.organization())
                && Objects.equals(key(before), key(wanted.email()));
        if (!same && joinsFromElsewhere(persons, wanted)) {
            AccessPolicy.require(caller, Right.PEOPLE_EDIT);
        }
    }

    /**
     * Demands that the caller may change an organization so: it takes {@code people.edit} to have its members see each
     * other's tickets, and to say from which domains members come.
     *
     * @param known what it was, or null for a new one
     */
    static void demand(Caller caller, OrganizationProfile.@Nullable Details known, OrganizationProfile.Details wanted) {
        boolean shares = wanted.sharesTickets() && (known == null || !known.sharesTickets());
        boolean more =
                known == null ? !wanted.domains().isEmpty() : !known.domains().containsAll(wanted.domains());
        if (shares || more) {
            AccessPolicy.require(caller, Right.PEOPLE_EDIT);
        }
    }

    private static boolean joinsFromElsewhere(PersonStore persons, CustomerProfile.Details wanted) {
        OrganizationId organization = wanted.organization();
        EmailAddress email = wanted.email();
        return organization != null
                && email != null
                && persons.organizationOfDomain(email.domain())
                        .filter(organization::equals)
                        .isEmpty();
    }

    private static @Nullable String key(@Nullable EmailAddress address) {
        return address == null ? null : address.key();
    }
}
