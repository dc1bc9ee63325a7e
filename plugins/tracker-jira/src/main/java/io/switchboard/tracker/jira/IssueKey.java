package io.switchboard.tracker.jira;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The key of an issue, such as {@code APP-12}.
 *
 * @param text in upper case, as Jira writes it
 */
record IssueKey(String text) {
    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_]{1,19}-[1-9][0-9]{0,9}");
    private static final Pattern PROJECT = Pattern.compile("[A-Z][A-Z0-9_]{1,19}");
    private static final Pattern PATH = Pattern.compile(".*/browse/(?<key>" + KEY.pattern() + ")/?");
    private static final int LONGEST = 300;

    static boolean isProject(String text) {
        return PROJECT.matcher(text).matches();
    }

    /** Reads a key, or an address below {@code base} where people read an issue. */
    static Optional<IssueKey> read(String text, String base) {
        String given = text.strip();
        if (given.length() > LONGEST) {
            return Optional.empty();
        }
        if (KEY.matcher(given).matches()) {
            return Optional.of(of(given));
        }
        return given.startsWith(base + "/")
                ? path(given).map(PATH::matcher).filter(Matcher::matches).map(found -> of(found.group("key")))
                : Optional.empty();
    }

    private static IssueKey of(String key) {
        return new IssueKey(key.toUpperCase(Locale.ROOT));
    }

    private static Optional<String> path(String address) {
        try {
            return Optional.ofNullable(URI.create(address).getPath());
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
