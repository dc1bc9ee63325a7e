package io.switchboard.core.rest.configuration;

import io.switchboard.core.desk.macro.Macro;
import io.switchboard.core.desk.macro.StepText;
import io.switchboard.core.desk.shelf.Item;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A macro as it is answered. */
public record MacroView(
        String id,
        String name,
        String reach,
        @Nullable String team,
        int place,
        @Nullable String description,
        boolean active,
        List<StepText> steps,
        long version,
        Instant createdAt,
        Instant updatedAt) {
    static MacroView of(Item<Macro> item) {
        Macro macro = item.content();
        return new MacroView(
                item.id().toString(),
                item.label().name(),
                item.label().reach().id(),
                LabelText.team(item.label()),
                item.label().place(),
                macro.description(),
                macro.active(),
                macro.steps(),
                item.version(),
                item.createdAt(),
                item.updatedAt());
    }
}
