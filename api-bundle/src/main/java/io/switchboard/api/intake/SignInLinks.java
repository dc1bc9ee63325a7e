package io.switchboard.api.intake;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Links by which customers sign in, as they ask for them by nothing but their mail address. Get it as an OSGi service; it may be
 * used from any thread.
 */
@ProviderType
public interface SignInLinks {
    /** Returns whether a plugin that can carry mail is there; without one nobody gets a link by asking. */
    boolean available();

    /**
     * Takes a wish for a link. Whether there is a customer of this address is found out later, so neither the answer nor its time
     * tells; nobody gets more than one message an hour and three a day.
     *
     * @param email what somebody typed
     * @param remoteAddress where the wish came from
     * @throws io.switchboard.api.error.SwitchboardException with {@code invalid-field} that names {@code email}, or {@code
     *     too-many-requests}, for known and unknown addresses alike
     */
    void send(String email, String remoteAddress);
}
