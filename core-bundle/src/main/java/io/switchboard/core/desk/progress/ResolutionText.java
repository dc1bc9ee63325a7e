package io.switchboard.core.desk.progress;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.ResolutionKind;
import io.switchboard.api.ticket.VerificationMethod;
import org.jspecify.annotations.Nullable;

/** How a ticket was solved, in the words of the API. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResolutionText(
        @Nullable String kind,
        @Nullable String summary,
        @Nullable String rootCause,
        @Nullable String plan,
        @Nullable String verification) {
    /**
     * Reads the words.
     *
     * @throws SwitchboardException with {@code invalid-field}
     */
    public Resolution resolution() {
        if (kind == null) {
            throw SwitchboardException.field("resolution.kind", "must be given");
        }
        return new Resolution(
                ResolutionKind.of(kind, "resolution.kind"),
                summary == null ? "" : summary,
                rootCause,
                plan,
                verification == null ? null : VerificationMethod.of(verification, "resolution.verification"),
                null);
    }
}
