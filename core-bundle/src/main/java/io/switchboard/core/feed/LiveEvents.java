package io.switchboard.core.feed;

import java.util.List;
import java.util.function.Consumer;

/** Tells open streams of events that were committed, on this node or on another. */
public interface LiveEvents {
    /**
     * Has the listener told of every event from now on. It is called on a thread of the live events, one event at a time,
     * and must only hand the event over: what blocks it blocks all streams. To resume, follow first and then ask for
     * what was missed, so that nothing falls between; what comes twice has the same event id.
     *
     * @return ends it when closed; closing twice does no harm
     */
    Following follow(Consumer<LiveEvent> listener);

    /**
     * Returns what happened since a token, with an overlap before it.
     *
     * @throws io.switchboard.api.error.SwitchboardException with {@code invalid-cursor} if the token was not made here
     */
    Missed since(String token);

    /** Returns a token for this moment, for a stream that begins now. */
    String now();

    /** A listener's registration. */
    interface Following extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * What a stream missed.
     *
     * @param events the events, oldest first
     * @param complete false if more was missed than is told again: the reader must then load everything anew
     */
    record Missed(List<LiveEvent> events, boolean complete) {
        /** Keeps a copy. */
        public Missed {
            events = List.copyOf(events);
        }
    }
}
