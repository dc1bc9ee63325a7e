package io.switchboard.core.plugins.signer;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the signature of an archive stands to what the desk demands of its plugin.
 *
 * @param kind what it comes to
 * @param trustedAs what administrators call the signer if they are trusted for the plugin, or null
 * @param boundTo the fingerprint that the plugin is bound to, or null if it is to none
 * @param boundSigner the subject of that certificate, or null
 * @param objections why it must not be installed; empty if it may
 */
public record SignerStanding(
        Kind kind,
        @Nullable String trustedAs,
        @Nullable String boundTo,
        @Nullable String boundSigner,
        List<String> objections) {
    /** Keeps a copy. */
    public SignerStanding {
        objections = List.copyOf(objections);
    }

    /** What a signature comes to. */
    public enum Kind {
        /** It comes with the server. */
        DISTRIBUTION,
        /** Signed by a signer who is trusted for the plugin. */
        TRUSTED,
        /** Signed by whom the plugin is bound to. */
        BOUND,
        /** Signed, and the first of the plugin to be so; the plugin is bound to the signer with it. */
        FIRST,
        /** Not signed, and nobody demands that it is. */
        UNSIGNED,
        /** Not signed by whom it should be, and so refused unless the plugin is bound anew. */
        FOREIGN,
        /** What was foreign, and an administrator binds the plugin to. */
        BOUND_ANEW,
        /** Signed by somebody whom an administrator does not trust any more. */
        WITHDRAWN;

        /** Returns the name in the API. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns whether an administrator may bind the plugin to this signature, which is refused as it stands. */
    public boolean mayBindAnew() {
        return kind == Kind.FOREIGN;
    }
}
