package io.switchboard.api.reaction;

import org.jspecify.annotations.Nullable;

/**
 * One field's change in an event.
 *
 * @param field the field's name in the API, for example {@code priority}
 * @param before its value before in the API's text form, or null if there was none
 * @param after its value after, or null if there is none
 */
public record FieldChange(
        String field, @Nullable String before, @Nullable String after) {}
