package io.switchboard.api.ticket;

import io.switchboard.api.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A person as a ticket shows them.
 *
 * @param id who
 * @param name the display name; for an erased person a neutral word
 * @param email the address, or null if there is none or the reader may not know it
 * @param vip whether the person is marked as very important
 */
public record PersonReference(
        PersonId id, String name, @Nullable String email, boolean vip) {}
