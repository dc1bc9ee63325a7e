package io.switchboard.example.courier;

import java.util.regex.Pattern;

/** Mail addresses that need neither quotes nor another encoding. */
final class MailAddress {
    private static final int LONGEST = 254;
    private static final Pattern PLAIN = Pattern.compile(
            "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");

    private MailAddress() {}

    static boolean is(String text) {
        return text.length() <= LONGEST && PLAIN.matcher(text).matches();
    }
}
