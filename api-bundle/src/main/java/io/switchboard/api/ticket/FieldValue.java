package io.switchboard.api.ticket;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;

/** The value of an additional field of a ticket: in JSON a string, a number, a boolean or an array of strings. */
public sealed interface FieldValue {
    /**
     * A text of at most 10,000 characters.
     *
     * @param value the text
     */
    record Text(String value) implements FieldValue {
        /** Refuses null. */
        public Text {
            requireNonNull(value, "value");
        }
    }

    /**
     * A number.
     *
     * @param value the number, of at most 30 digits
     */
    record Number(BigDecimal value) implements FieldValue {
        /** Refuses null. */
        public Number {
            requireNonNull(value, "value");
        }
    }

    /**
     * A yes or no.
     *
     * @param value true for yes
     */
    record Flag(boolean value) implements FieldValue {}

    /**
     * Several texts, in an order that matters.
     *
     * @param values at most 100 texts
     */
    record Items(List<String> values) implements FieldValue {
        /** Keeps a copy. */
        public Items {
            values = List.copyOf(values);
        }
    }
}
