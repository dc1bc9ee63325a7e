package io.switchboard.core.desk.macro;

import io.switchboard.api.error.FieldError;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditKind;
import io.switchboard.core.desk.Limits;
import io.switchboard.core.desk.progress.TransitionTicket;
import io.switchboard.core.desk.record.EditTicket;
import io.switchboard.core.desk.shelf.Item;
import io.switchboard.core.desk.shelf.ItemKind;
import io.switchboard.core.desk.shelf.Label;
import io.switchboard.core.desk.shelf.Shelf;
import io.switchboard.core.desk.template.Templates;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Checks macros when they are kept. Whether a step can be taken shows on the ticket. */
@Component(service = Macros.class)
public final class Macros {
    /** The kind of items that macros are. */
    public static final ItemKind<Macro> KIND = new ItemKind<>(
            "macro", Macro.class, AuditKind.MACRO_MADE, AuditKind.MACRO_CHANGED, AuditKind.MACRO_REMOVED);

    private static final int MOST_STEPS = 20;

    private final Shelf shelf;

    /** Makes the use cases. */
    @Activate
    public Macros(@Reference Shelf shelf) {
        this.shelf = shelf;
    }

    /** Adds a macro; a step that is not understood is refused. */
    public Item<Macro> add(Caller caller, Label label, Macro macro) {
        check(macro);
        return shelf.add(caller, KIND, label, macro);
    }

    /** Replaces a macro that is still as the caller saw it. */
    public Item<Macro> replace(Caller caller, UUID id, long version, Label label, Macro macro) {
        check(macro);
        return shelf.replace(caller, KIND, id, version, label, macro);
    }

    /** Returns the steps of a macro. */
    static List<Step> steps(Macro macro) {
        List<Step> steps = new ArrayList<>();
        for (StepText text : macro.steps()) {
            steps.add(within(steps.size(), text::step));
        }
        return steps;
    }

    /** Refuses with {@code invalid-field} what no macro can have. */
    static void check(Macro macro) {
        new Limits().text("description", macro.description(), Limits.REASON).check();
        if (macro.steps().isEmpty() || macro.steps().size() > MOST_STEPS) {
            throw SwitchboardException.field("steps", "must have 1 to " + MOST_STEPS + " steps");
        }
        for (StepText text : macro.steps()) {
            within(macro.steps().indexOf(text), () -> {
                check(text.step());
                return text;
            });
        }
    }

    private static void check(Step step) {
        if (step instanceof Step.Say say && say.wording() instanceof Step.Wording.Text wording) {
            Templates.checkText("text", wording.text());
        } else if (step instanceof Step.Move move) {
            TransitionTicket.check(move.reason(), move.resolution());
        } else if (step instanceof Step.Change change) {
            EditTicket.check(change.patch(), null);
        }
    }

    /** Reads something of a step; what is refused names the step. */
    private static <T> T within(int index, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (SwitchboardException refused) {
            String place = "steps[" + index + "]";
            List<FieldError> errors = refused.fields().stream()
                    .map(error -> new FieldError(place + "." + error.field(), error.message()))
                    .toList();
            throw errors.isEmpty()
                    ? SwitchboardException.field(place, String.valueOf(refused.getMessage()))
                    : SwitchboardException.fields(errors);
        }
    }

    /** Returns a macro that the caller sees, or refuses with {@code not-found}. */
    public Item<Macro> get(Caller caller, UUID id) {
        return shelf.get(caller, KIND, id);
    }
}
