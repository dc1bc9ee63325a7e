package io.switchboard.api.ticket;

import org.jspecify.annotations.Nullable;

/**
 * Where a ticket belongs and how much it matters.
 *
 * @param type what kind of matter it is
 * @param category the category's path of ids from the root, joined by {@code /}, for example {@code technical/network};
 *     null while nobody has said
 * @param product the id of the product or service concerned, or null
 * @param impact how many or how much is affected
 * @param urgency how pressing it is
 * @param priority what follows from the two, or what a person said
 * @param priorityOverridden true if a person set the priority: it then no longer follows impact and urgency
 */
public record Classification(
        TicketType type,
        @Nullable String category,
        @Nullable String product,
        Level impact,
        Level urgency,
        Priority priority,
        boolean priorityOverridden) {}
