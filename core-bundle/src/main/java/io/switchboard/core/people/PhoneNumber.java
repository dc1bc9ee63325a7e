package io.switchboard.core.people;

import io.switchboard.api.error.SwitchboardException;

/**
 * A telephone number.
 *
 * @param text the number as it was given
 * @param key its digits, with a leading plus if there is one; at most 40
 */
public record PhoneNumber(String text, String key) {
    private static final int MAXIMUM = 80;
    private static final int KEY_MAXIMUM = 40;
    private static final int FEWEST_DIGITS = 3;

    /**
     * Reads a number.
     *
     * @throws SwitchboardException with {@code invalid-field} that names {@code field}
     */
    public static PhoneNumber of(String text, String field) {
        String number = text.strip();
        String key = key(number);
        if (number.length() > MAXIMUM || key.replace("+", "").length() < FEWEST_DIGITS) {
            throw SwitchboardException.field(
                    field, "must be a telephone number with at least 3 digits and at most 80 characters");
        }
        return new PhoneNumber(number, key);
    }

    /** Returns the form by which a number is found, empty if it has no digits. */
    static String key(String phone) {
        StringBuilder key = new StringBuilder();
        for (int index = 0; index < phone.length() && key.length() < KEY_MAXIMUM; index++) {
            char sign = phone.charAt(index);
            if (Character.digit(sign, 10) >= 0) {
                key.append(Character.digit(sign, 10));
            } else if (sign == '+' && key.isEmpty()) {
                key.append('+');
            }
        }
        return key.toString();
    }
}
