package io.switchboard.directory.http;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;

/** The form in which the desk asks for an address: lower case, the domain in its ASCII form. */
final class EmailKey {
    private static final int LONGEST = 254;

    private EmailKey() {}

    /** Returns the form of an address; what is none, in lower case. */
    static String of(String address) {
        String text = Normalizer.normalize(address, Normalizer.Form.NFC);
        int at = text.lastIndexOf('@');
        if (at < 0 || text.length() > LONGEST) {
            return text.toLowerCase(Locale.ROOT);
        }
        try {
            String domain = IDN.toASCII(text.substring(at + 1), IDN.ALLOW_UNASSIGNED);
            return (text.substring(0, at) + "@" + domain).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException none) {
            return text.toLowerCase(Locale.ROOT);
        }
    }

    /** Returns whether a text may be asked about; what is no address is not sent anywhere. */
    static boolean isOne(String text) {
        int at = text.indexOf('@');
        return at > 0
                && at < text.length() - 1
                && text.length() <= LONGEST
                && text.chars().noneMatch(unit -> unit <= ' ' || unit == 0x7F || Character.isSurrogate((char) unit));
    }
}
