package io.switchboard.api.lifecycle;

/**
 * <b>Guard.</b> Permits or refuses a transition before it is made, for example because no resolution is documented.
 *
 * <p>Register it as an OSGi service. It is asked inside a person's request, before any transaction, on a thread of the
 * desk, at the latest 250 ms before the answer must be there; several guards are asked side by side and all their
 * reasons are shown. It must not change anything. By the policy of the queue a guard that does not answer permits with a
 * warning (the default) or refuses.
 *
 * <p>Order of reasons: by service ranking, highest first, then by plugin id.
 */
public interface TransitionGuard {
    /**
     * Judges one transition.
     *
     * @param question the ticket as it stands and where it is to go; never changes under the guard
     * @return permission, or refusal with at least one reason; never null
     */
    GuardVerdict judge(GuardQuestion question);
}
