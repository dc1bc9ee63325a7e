package io.switchboard.core.desk;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.ticket.FieldValue;
import java.math.BigDecimal;
import java.util.Collection;

/** Reads additional fields as they stand in JSON. */
public final class FieldValues {
    private FieldValues() {}

    /**
     * Returns the value of a field.
     *
     * @throws SwitchboardException with {@code invalid-field} naming {@code fields.name}
     */
    public static FieldValue of(String name, Object plain) {
        if (plain instanceof String text) {
            return new FieldValue.Text(text);
        }
        if (plain instanceof Boolean flag) {
            return new FieldValue.Flag(flag);
        }
        if (plain instanceof Number number) {
            return new FieldValue.Number(new BigDecimal(number.toString()));
        }
        if (plain instanceof Collection<?> items && items.stream().allMatch(String.class::isInstance)) {
            return new FieldValue.Items(items.stream().map(String.class::cast).toList());
        }
        throw SwitchboardException.field(
                "fields." + name, "must be a text, a number, true or false, or a list of texts");
    }
}
