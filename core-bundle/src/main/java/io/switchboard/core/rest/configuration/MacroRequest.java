package io.switchboard.core.rest.configuration;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.desk.macro.Macro;
import io.switchboard.core.desk.macro.StepText;
import io.switchboard.core.desk.shelf.Item;
import io.switchboard.core.desk.shelf.Label;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A macro as it is sent: for oneself and active, where nothing else is said. */
record MacroRequest(
        @Nullable String name,
        @Nullable String reach,
        @Nullable String team,
        @Nullable Integer place,
        @Nullable String description,
        @Nullable Boolean active,
        @Nullable List<StepText> steps) {
    static MacroRequest of(Item<Macro> item) {
        Macro macro = item.content();
        return new MacroRequest(
                item.label().name(),
                item.label().reach().id(),
                LabelText.team(item.label()),
                item.label().place(),
                macro.description(),
                macro.active(),
                macro.steps());
    }

    Label label() {
        return LabelText.read(name, reach, team, place);
    }

    Macro macro() {
        List<StepText> wanted = steps == null ? List.of() : steps;
        if (wanted.stream().anyMatch(Objects::isNull)) {
            throw SwitchboardException.field("steps", "must not hold null");
        }
        return new Macro(description, active == null || active, wanted);
    }
}
