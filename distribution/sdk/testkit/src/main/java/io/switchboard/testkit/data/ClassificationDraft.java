package io.switchboard.testkit.data;

import io.switchboard.api.ticket.Classification;
import io.switchboard.api.ticket.Level;
import io.switchboard.api.ticket.Priority;
import io.switchboard.api.ticket.TicketType;
import org.jspecify.annotations.Nullable;

/** A {@link Classification} in the making. */
final class ClassificationDraft {
    TicketType type = TicketType.INCIDENT;

    @Nullable
    String category;

    @Nullable
    String product;

    Level impact = Level.MEDIUM;
    Level urgency = Level.MEDIUM;

    @Nullable
    Priority override;

    static ClassificationDraft of(Classification classification) {
        ClassificationDraft draft = new ClassificationDraft();
        draft.type = classification.type();
        draft.category = classification.category();
        draft.product = classification.product();
        draft.impact = classification.impact();
        draft.urgency = classification.urgency();
        draft.override = classification.priorityOverridden() ? classification.priority() : null;
        return draft;
    }

    Classification build() {
        Priority said = override;
        Priority priority = said == null ? Priority.of(impact, urgency) : said;
        return new Classification(type, category, product, impact, urgency, priority, said != null);
    }
}
