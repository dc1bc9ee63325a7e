package io.switchboard.directory.csv;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;

/** The form in which the desk asks for an address: lower case, the domain in its ASCII form. */
final class EmailKey {
    private static final int LONGEST = 200;

    private EmailKey() {}

    /**
     * Returns the form of an address.
     *
     * @throws WrongLine if it is none
     */
    static String of(String address) {
        String text = Normalizer.normalize(address.strip(), Normalizer.Form.NFC);
        int at = text.lastIndexOf('@');
        boolean shaped = at > 0
                && at < text.length() - 1
                && text.length() <= LONGEST
                && text.chars().noneMatch(unit -> unit <= ' ' || unit == 0x7F || Character.isSurrogate((char) unit));
        if (!shaped) {
            throw new WrongLine("has no mail address");
        }
        String key = (text.substring(0, at) + "@" + ascii(text.substring(at + 1))).toLowerCase(Locale.ROOT);
        if (key.length() > LONGEST) {
            throw new WrongLine("has an address of more than " + LONGEST + " characters");
        }
        return key;
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException none) {
            throw new WrongLine("has no mail address");
        }
    }
}
