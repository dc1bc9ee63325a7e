package io.switchboard.core.plugins.signer;

/** What is demanded of the signature of an archive that is to be installed. */
public enum SignerDemand {
    /** It must be the signature of whom the plugin is bound to, or of somebody who is trusted for it. */
    BOUND,
    /** An administrator says that the plugin is whoever's signed this archive, from now on. */
    BIND_ANEW,
    /** Nothing: it comes with the server, and is trusted as that is. */
    NONE
}
