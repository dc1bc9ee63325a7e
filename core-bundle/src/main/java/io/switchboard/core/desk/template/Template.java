package io.switchboard.core.desk.template;

import io.switchboard.api.ticket.BodyFormat;
import org.jspecify.annotations.Nullable;

/**
 * A reply to be filled in.
 *
 * @param language the BCP 47 tag of the language it is written in, or null if it fits any
 * @param format how it is written
 * @param body the text with its placeholders
 * @param category the category of the tickets that it is for, those below it included; null for all
 * @param active whether it is offered
 */
public record Template(
        @Nullable String language,
        BodyFormat format,
        String body,
        @Nullable String category,
        boolean active) {}
