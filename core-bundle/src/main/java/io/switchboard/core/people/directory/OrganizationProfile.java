package io.switchboard.core.people.directory;

import com.fasterxml.jackson.core.type.TypeReference;
import io.switchboard.api.people.OrganizationId;
import io.switchboard.core.store.Json;
import io.switchboard.core.store.people.NameKey;
import io.switchboard.core.store.people.OrganizationRow;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** An organization as it is read. */
public record OrganizationProfile(
        OrganizationId id, Details details, long version, Instant createdAt, Instant updatedAt) {
    private static final TypeReference<List<String>> DOMAINS = new TypeReference<>() {};

    /**
     * What of an organization may be changed.
     *
     * @param name unique in the desk
     * @param domains mail domains whose senders belong to it, in their ASCII form and lower case
     * @param sharesTickets whether its members see one another's tickets
     * @param vip whether all its members are very important
     */
    public record Details(String name, Set<String> domains, boolean sharesTickets, boolean vip) {
        /** Keeps a copy. */
        public Details {
            domains = Set.copyOf(domains);
        }

        OrganizationRow row(OrganizationId id, long version, Instant createdAt, Instant updatedAt) {
            return new OrganizationRow(
                    id,
                    name,
                    NameKey.of(name),
                    Json.write(domains.stream().sorted().toList()),
                    sharesTickets,
                    vip,
                    version,
                    createdAt,
                    updatedAt);
        }
    }

    static OrganizationProfile of(OrganizationRow row) {
        return new OrganizationProfile(
                row.id(),
                new Details(row.name(), Set.copyOf(Json.read(row.domains(), DOMAINS)), row.sharesTickets(), row.vip()),
                row.version(),
                row.createdAt(),
                row.updatedAt());
    }
}
