package io.switchboard.core.people.directory;

import io.switchboard.api.people.PersonId;
import io.switchboard.core.people.EmailAddress;
import io.switchboard.core.people.PhoneNumber;
import io.switchboard.core.store.Json;
import io.switchboard.core.store.people.NameKey;
import io.switchboard.core.store.people.PersonRow;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes rows of persons from what was changed of them; what an agent and a customer do not share stays as it was. */
final class PersonRows {
    private PersonRows() {}

    /** Returns a person's address as it is kept, or null. */
    static @Nullable EmailAddress address(PersonRow row) {
        String email = row.email();
        String key = row.emailKey();
        return email == null || key == null ? null : new EmailAddress(email, key);
    }

    /** Returns somebody new of whom only the name is known. */
    static PersonRow somebody(PersonId id, String name, Instant now) {
        return PersonRow.customer(id, name, null, null, null, null, null, now);
    }

    /** Returns the next version of a person as an agent. */
    static PersonRow agent(PersonRow known, AgentProfile.Details agent, long version, Instant now) {
        EmailAddress email = agent.email();
        return new PersonRow(
                known.id(),
                agent.name(),
                NameKey.of(agent.name()),
                email == null ? null : email.text(),
                email == null ? null : email.key(),
                known.phone(),
                known.phoneKey(),
                known.organization(),
                known.vip(),
                agent.senior(),
                agent.active(),
                known.erased(),
                known.language(),
                name(agent.zone()),
                Json.write(agent.skills()),
                Json.write(agent.certificates()),
                Json.write(agent.languages()),
                Json.write(agent.workingHours()),
                known.attributes(),
                agent.signature(),
                version,
                known.createdAt(),
                now);
    }

    /** Returns the next version of an agent with another signature. */
    static PersonRow signed(PersonRow known, @Nullable String signature, long version, Instant now) {
        AgentProfile.Details agent = AgentProfile.of(known, Set.of(), Set.of()).details();
        return agent(known, agent.signed(signature), version, now);
    }

    /** Returns the next version of a person as a customer. */
    static PersonRow customer(PersonRow known, CustomerProfile.Details customer, long version, Instant now) {
        EmailAddress email = customer.email();
        PhoneNumber phone = customer.phone();
        return new PersonRow(
                known.id(),
                customer.name(),
                NameKey.of(customer.name()),
                email == null ? null : email.text(),
                email == null ? null : email.key(),
                phone == null ? null : phone.text(),
                phone == null ? null : phone.key(),
                customer.organization(),
                customer.vip(),
                known.senior(),
                customer.active(),
                known.erased(),
                customer.language(),
                name(customer.zone()),
                known.skills(),
                known.certificates(),
                known.languages(),
                known.workingHours(),
                Json.write(customer.attributes()),
                known.signature(),
                version,
                known.createdAt(),
                now);
    }

    /** Returns the next version of a person of whom nothing is left but that there was one. */
    static PersonRow erased(PersonRow known, String name, Instant now) {
        return new PersonRow(
                known.id(),
                name,
                NameKey.of(name),
                null,
                null,
                null,
                null,
                null,
                false,
                false,
                false,
                true,
                null,
                null,
                "{}",
                "{}",
                "[]",
                "[]",
                "{}",
                null,
                known.version() + 1,
                known.createdAt(),
                now);
    }

    private static @Nullable String name(@Nullable ZoneId zone) {
        return zone == null ? null : zone.getId();
    }
}
