package io.switchboard.core.desk.macro;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A macro.
 *
 * @param description when to use it, or null
 * @param active whether it can be applied
 * @param steps what it does, in this order
 */
public record Macro(@Nullable String description, boolean active, List<StepText> steps) {
    /** Keeps a copy. */
    public Macro {
        steps = List.copyOf(steps);
    }
}
