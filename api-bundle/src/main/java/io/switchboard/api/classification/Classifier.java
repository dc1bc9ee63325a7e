package io.switchboard.api.classification;

import io.switchboard.api.ticket.Level;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * <b>Advisor.</b> Suggests type, category, product, impact and urgency of a new ticket.
 *
 * <p>Register it as an OSGi service. Triage asks it after special handling; on a thread of the desk, several at once,
 * 250 ms for the answer. It must not change anything. A field that a person or the channel has set is left alone. For each
 * field the suggestion of the highest confidence is taken if it reaches the desk's threshold; among equals that of the
 * higher service ranking, then of the smaller plugin id.
 */
public interface Classifier {
    /** Suggests a classification, or nothing. */
    Optional<Suggestion> classify(Ticket ticket);

    /**
     * A suggestion; null says nothing about a field.
     *
     * @param type the type
     * @param category the category's path
     * @param product the product's id
     * @param impact the impact
     * @param urgency the urgency
     * @param language the BCP 47 tag of the language it is written in
     * @param confidence from 0 (a guess) to 1 (certain)
     * @param reason why, in one sentence for a person
     */
    record Suggestion(
            @Nullable TicketType type,
            @Nullable String category,
            @Nullable String product,
            @Nullable Level impact,
            @Nullable Level urgency,
            @Nullable String language,
            double confidence,
            String reason) {
        /** Refuses a confidence out of range. */
        public Suggestion {
            if (!(confidence >= 0 && confidence <= 1)) {
                throw new IllegalArgumentException("a confidence lies between 0 and 1, not at " + confidence);
            }
        }
    }
}
