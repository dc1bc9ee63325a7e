package io.switchboard.api.ticket;

import io.switchboard.api.people.OrganizationId;
import io.switchboard.api.people.TeamId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as it stood when it was read. It is a value: it does not follow later changes.
 *
 * @param id identifies it
 * @param number what people call it, for example {@code SB-1042}; unique in the desk
 * @param version counts the changes of the ticket's own fields, from 1; messages and drafts do not change it
 * @param subject what it is about, one line
 * @param description the matter as first told
 * @param requester the person who needs help
 * @param submitter the person who wrote it down; often the requester
 * @param organization the requester's organization when it was opened, or null
 * @param channel the id of the intake channel it came through
 * @param classification where it belongs and how much it matters
 * @param progress where it stands
 * @param assignee the agent who has it, or null
 * @param team the team that has it, or null
 * @param circumstances what was told of the trouble
 * @param resolution how it was solved, or null before it is resolved
 * @param deadlines what must happen by when, in the order of their due times, those without one last
 * @param expectedResolutionAt when the customer may expect a solution, or null
 * @param nextUpdateDueAt when the customer is to hear from the desk next, or null
 * @param tags short words, in natural order
 * @param fields additional fields by name, in a stable order
 * @param confidential whether only its own team and participants may know of it
 * @param imported whether it came from another desk; such tickets are outside the figures
 * @param external its name in another system, or null
 * @param createdAt when it was opened
 * @param updatedAt when it, or its thread, last changed
 */
public record Ticket(
        TicketId id,
        String number,
        long version,
        String subject,
        String description,
        PersonReference requester,
        PersonReference submitter,
        @Nullable OrganizationId organization,
        String channel,
        Classification classification,
        Progress progress,
        @Nullable PersonReference assignee,
        @Nullable TeamReference team,
        Circumstances circumstances,
        @Nullable Resolution resolution,
        List<Deadline> deadlines,
        @Nullable Instant expectedResolutionAt,
        @Nullable Instant nextUpdateDueAt,
        Set<String> tags,
        Map<String, FieldValue> fields,
        boolean confidential,
        boolean imported,
        @Nullable ExternalReference external,
        Instant createdAt,
        Instant updatedAt) {
    /** Keeps copies of the collections. */
    public Ticket {
        deadlines = List.copyOf(deadlines);
        tags = Collections.unmodifiableSet(new TreeSet<>(tags));
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /**
     * A team as a ticket shows it.
     *
     * @param id which
     * @param name its name
     * @param tier its tier, from 1 to 3
     */
    public record TeamReference(TeamId id, String name, int tier) {}
}
