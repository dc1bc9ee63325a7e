package io.switchboard.core.store.history;

import io.switchboard.api.ticket.EventId;
import org.jspecify.annotations.Nullable;

/** The texts of one field of an event, which can be erased while the history stays valid. */
public record HistoryText(
        EventId eventId,
        String field,
        String salt,
        @Nullable String beforeText,
        @Nullable String afterText) {}
