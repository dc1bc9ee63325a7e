package io.switchboard.api.delivery;

/**
 * <b>Provider.</b> Carries messages out of the desk, for example by mail or chat.
 *
 * <p>Register it as an OSGi service. The desk keeps every message until a courier took it; it is called on a thread of
 * the desk, up to 30 s a message, one message of a ticket at a time. A message is handed over at least once with the same
 * id; a courier makes sure that it goes out once. Of several that can carry a message the one of the highest service
 * ranking is asked first, then the smaller plugin id.
 */
public interface Courier {
    /** Returns the id of the channel it serves, for example {@code email}. */
    String channel();

    /**
     * Returns whether it could carry a message to this address now. It is asked before a message is written, too, and has 250 ms
     * each time; if it does not answer, the message is written and waits until it does.
     */
    boolean reaches(Address address);

    /**
     * Carries one message.
     *
     * @return what became of it; never null
     * @throws Exception if the attempt failed and should be repeated later
     */
    Receipt deliver(OutgoingMessage message) throws Exception;

    /**
     * Where a message goes.
     *
     * @param kind the kind of address, for example {@code email} or {@code slack}
     * @param value the address
     * @param name the receiver's name
     */
    record Address(String kind, String value, String name) {}

    /** What became of a message. */
    sealed interface Receipt {
        /**
         * It is on its way.
         *
         * @param reference the courier's own name for it, for example a Message-ID
         */
        record Accepted(String reference) implements Receipt {}

        /**
         * It can never be delivered; it is shown to people and not tried again.
         *
         * @param reason why, for a person
         */
        record Refused(String reason) implements Receipt {}
    }
}
