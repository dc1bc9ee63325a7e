package io.switchboard.api.ticket;

import io.switchboard.api.error.SwitchboardException;
import java.util.Arrays;
import java.util.Locale;

/** Who a message of the thread is from and who may read it. */
public enum MessageKind {
    /** From the customer's side; everybody who sees the ticket reads it. */
    CUSTOMER,
    /** From the desk to the customer; everybody who sees the ticket reads it. */
    REPLY,
    /** Internal: never for customers, in no form and through no channel. */
    NOTE;

    /** Returns the name in the API and in the store, for example {@code customer}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the name in the API.
     *
     * @throws SwitchboardException with {@code invalid-field} that names {@code field} and lists the possible names
     */
    public static MessageKind of(String id, String field) {
        for (MessageKind value : values()) {
            if (value.id().equals(id)) {
                return value;
            }
        }
        throw SwitchboardException.field(
                field,
                "must be one of " + Arrays.stream(values()).map(MessageKind::id).toList());
    }
}
