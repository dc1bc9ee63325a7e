package io.switchboard.core.feed;

/** Knows which plugins an administrator allowed to learn of confidential tickets. */
public interface ConfidentialGrants {
    /** Returns whether the plugin has the right {@code ticket.confidential}. */
    boolean mayLearnOfConfidential(String plugin);
}
