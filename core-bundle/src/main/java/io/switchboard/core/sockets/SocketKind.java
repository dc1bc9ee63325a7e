package io.switchboard.core.sockets;

import java.util.Locale;

/** The four kinds of socket. All sockets of a kind are asked at the same moment and fail in the same way. */
public enum SocketKind {
    /** Acts by itself or serves a call, in its own time; if it fails the others go on. */
    PROVIDER,
    /** Answers triage with a value and a reason; if it fails its answer is left out. */
    ADVISOR,
    /** Permits or refuses inside a person's request; if it fails the policy of the queue decides. */
    GUARD,
    /** Acts after the commit, from the feed; if it fails it is tried again. */
    REACTION;

    /** Returns the name in the API, for example {@code advisor}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
