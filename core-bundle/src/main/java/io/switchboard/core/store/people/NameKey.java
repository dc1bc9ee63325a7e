package io.switchboard.core.store.people;

import java.text.Normalizer;
import java.util.Locale;

/** The form of a name by which lists are sorted and searched: NFKC, lower case, single spaces, at most 200 characters. */
public final class NameKey {
    private static final int MAXIMUM = 200;

    private NameKey() {}

    /** Returns the form of a name, or of the beginning of one. */
    public static String of(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip()
                .replaceAll("\\s+", " ");
        return plain.length() <= MAXIMUM ? plain : plain.substring(0, MAXIMUM);
    }
}
