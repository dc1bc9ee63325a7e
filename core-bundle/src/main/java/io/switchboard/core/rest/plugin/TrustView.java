package io.switchboard.core.rest.plugin;

import io.switchboard.core.plugins.signer.SignerStanding;
import org.jspecify.annotations.Nullable;

/**
 * How the signature of an archive stands to what the desk demands.
 *
 * @param standing what it comes to
 * @param trustedAs what administrators call the signer if they are trusted for the plugin
 * @param boundTo the fingerprint that the plugin is bound to
 * @param mayBindAnew whether it is refused only as long as nobody binds the plugin to this signature
 */
public record TrustView(
        String standing,
        @Nullable String trustedAs,
        @Nullable String boundTo,
        @Nullable String boundSigner,
        boolean mayBindAnew) {
    static TrustView of(SignerStanding standing) {
        return new TrustView(
                standing.kind().id(),
                standing.trustedAs(),
                standing.boundTo(),
                standing.boundSigner(),
                standing.mayBindAnew());
    }
}
