package io.switchboard.api.ticket;

import org.jspecify.annotations.Nullable;

/**
 * How a ticket was solved.
 *
 * @param kind the kind of solution
 * @param summary the steps taken, for the customer to read
 * @param rootCause what caused the trouble, or null if unknown
 * @param plan what is to be done about it, or null
 * @param verification how the solution was verified, or null before it was
 * @param closure why it was closed, or null before it was
 */
public record Resolution(
        ResolutionKind kind,
        String summary,
        @Nullable String rootCause,
        @Nullable String plan,
        @Nullable VerificationMethod verification,
        @Nullable ClosureReason closure) {
    /** Returns the same with another verification and closure. */
    public Resolution closed(@Nullable VerificationMethod newVerification, @Nullable ClosureReason newClosure) {
        return new Resolution(kind, summary, rootCause, plan, newVerification, newClosure);
    }
}
