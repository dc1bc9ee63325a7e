package io.switchboard.core.store.shelf;

import java.util.UUID;

/** Where a page of a shelf ended: place, normalised name and id of its last item. */
public record ShelfPosition(int place, String nameKey, UUID id) {}
