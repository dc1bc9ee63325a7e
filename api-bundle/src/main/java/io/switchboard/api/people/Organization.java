package io.switchboard.api.people;

import java.util.Set;

/**
 * A company or other body that customers belong to.
 *
 * @param id which
 * @param name its name
 * @param domains mail domains whose senders belong to it, in lower case
 * @param sharesTickets whether its members see one another's tickets
 * @param vip whether all its members are very important
 */
public record Organization(OrganizationId id, String name, Set<String> domains, boolean sharesTickets, boolean vip) {
    /** Keeps a copy. */
    public Organization {
        domains = Set.copyOf(domains);
    }
}
