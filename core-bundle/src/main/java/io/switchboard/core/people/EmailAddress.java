package io.switchboard.core.people;

import io.switchboard.api.error.SwitchboardException;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A mail address as in RFC 5321 section 4.1.2 and RFC 6531: a dot-string or quoted local part, and a domain of labels.
 * Comments, folding, address literals and signs that are neither ASCII, letters nor digits, which no mailbox of a person
 * has, are refused.
 *
 * @param text the address as it was given
 * @param key the form by which a person is found: NFC, lower case, the domain in its ASCII form; at most 200
 *     characters, the end of longer ones replaced by a hash
 */
public record EmailAddress(String text, String key) {
    private static final int MAXIMUM = 254;
    private static final int LOCAL_MAXIMUM = 64;
    private static final int KEY_MAXIMUM = 200;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~\\-[\\p{L}\\p{M}\\p{N}&&[^\\x00-\\x7F]]]+";
    private static final Pattern DOT_STRING = Pattern.compile(ATOM + "(\\." + ATOM + ")*");
    private static final Pattern QUOTED = Pattern.compile(
            "\"([\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E[\\p{L}\\p{M}\\p{N}&&[^\\x00-\\x7F]]]|\\\\[\\x20-\\x7E])*\"");
    private static final Pattern DOMAIN =
            Pattern.compile("[A-Za-z0-9.\\-[\\p{L}\\p{M}\\p{N}&&[^\\x00-\\x7F]]\u3002\uFF0E\uFF61]+");
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

    /**
     * Reads an address.
     *
     * @throws SwitchboardException with {@code invalid-field} that names {@code field}
     */
    public static EmailAddress of(String text, String field) {
        String address = text.strip();
        int at = address.lastIndexOf('@');
        if (at < 1 || address.length() > MAXIMUM || hasControl(text)) {
            throw invalid(field);
        }
        String local = address.substring(0, at);
        String domain = asciiDomain(address.substring(at + 1), field);
        boolean wellFormed = local.length() <= LOCAL_MAXIMUM
                && (DOT_STRING.matcher(local).matches() || QUOTED.matcher(local).matches());
        if (!wellFormed) {
            throw invalid(field);
        }
        String key = Normalizer.normalize(local, Normalizer.Form.NFC).toLowerCase(Locale.ROOT) + "@" + domain;
        return new EmailAddress(address, key.length() <= KEY_MAXIMUM ? key : shortened(key));
    }

    /** Returns a key of the greatest length; the hash keeps long addresses that begin alike apart. */
    private static String shortened(String key) {
        String hash = Secrets.hash(key);
        return key.substring(0, KEY_MAXIMUM - hash.length() - 1) + "~" + hash;
    }

    /**
     * Reads a mail domain, and returns its ASCII form in lower case.
     *
     * @throws SwitchboardException with {@code invalid-field} that names {@code field}
     */
    public static String domain(String text, String field) {
        try {
            return asciiDomain(text.strip(), field);
        } catch (SwitchboardException noDomain) {
            throw SwitchboardException.field(field, "must be a mail domain, for example example.org");
        }
    }

    /** Returns the domain in its ASCII form, in lower case. */
    public String domain() {
        return asciiDomain(text.substring(text.lastIndexOf('@') + 1), "email");
    }

    private static String asciiDomain(String domain, String field) {
        String ascii;
        if (!DOMAIN.matcher(domain).matches()) {
            throw invalid(field);
        }
        try {
            ascii = IDN.toASCII(Normalizer.normalize(domain, Normalizer.Form.NFC), IDN.ALLOW_UNASSIGNED)
                    .toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException noDomain) {
            throw invalid(field);
        }
        String[] labels = ascii.split("\\.", -1);
        boolean wellFormed = ascii.length() <= 253;
        for (String label : labels) {
            wellFormed &= LABEL.matcher(label).matches();
        }
        if (!wellFormed || labels[labels.length - 1].chars().allMatch(Character::isDigit)) {
            throw invalid(field);
        }
        return ascii;
    }

    private static boolean hasControl(String address) {
        return address.chars().anyMatch(unit -> unit < 0x20 || unit == 0x7F || Character.isSurrogate((char) unit));
    }

    private static SwitchboardException invalid(String field) {
        return SwitchboardException.field(field, "must be a mail address, for example ada@example.org");
    }
}
