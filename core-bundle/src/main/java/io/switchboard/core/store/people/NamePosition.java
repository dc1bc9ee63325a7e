package io.switchboard.core.store.people;

import java.util.UUID;

/**
 * Where a page of a list in the order of names ended.
 *
 * @param nameKey the last name's {@link NameKey}
 * @param id whose it was
 */
public record NamePosition(String nameKey, UUID id) {}
