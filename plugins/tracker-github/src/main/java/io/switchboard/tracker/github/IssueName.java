package io.switchboard.tracker.github;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An issue of a repository, such as {@code octo/app#12}. GitHub takes names in any case, here they are in lower case.
 *
 * @param repository owner and name
 * @param number the issue's number
 */
record IssueName(String repository, String number) {
    private static final String OWNER = "[A-Za-z0-9][A-Za-z0-9-]{0,38}";
    private static final String NAME = "[A-Za-z0-9._-]{0,99}[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}";
    private static final String NUMBER = "[1-9][0-9]{0,9}";
    private static final Pattern REPOSITORY = Pattern.compile(OWNER + "/" + NAME);
    private static final Pattern SHORT =
            Pattern.compile("(?<repository>" + OWNER + "/" + NAME + ")?#?(?<number>" + NUMBER + ")");
    private static final Pattern PATH =
            Pattern.compile("/(?<repository>" + OWNER + "/" + NAME + ")/issues/(?<number>" + NUMBER + ")/?");
    private static final int LONGEST = 300;

    /** Writes the repository in lower case. */
    IssueName {
        repository = repository.toLowerCase(Locale.ROOT);
    }

    static boolean isRepository(String text) {
        return REPOSITORY.matcher(text).matches();
    }

    /**
     * Reads a reference, a number, or an address where people read an issue.
     *
     * @param own the repository of a number that stands alone
     * @param host the host whose addresses count
     */
    static Optional<IssueName> read(String text, String own, String host) {
        String given = text.strip();
        if (given.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher known = SHORT.matcher(given);
        if (known.matches()) {
            String repository = known.group("repository") == null ? own : known.group("repository");
            boolean whole = known.group("repository") == null || given.indexOf('#') > 0;
            return whole ? Optional.of(new IssueName(repository, known.group("number"))) : Optional.empty();
        }
        return path(given, host)
                .map(PATH::matcher)
                .filter(Matcher::matches)
                .map(found -> new IssueName(found.group("repository"), found.group("number")));
    }

    private static Optional<String> path(String text, String host) {
        try {
            URI address = URI.create(text);
            boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            return web && host.equalsIgnoreCase(address.getHost()) ? Optional.of(address.getPath()) : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    String path() {
        return "/repos/" + repository + "/issues/" + number;
    }

    @Override
    public String toString() {
        return repository + "#" + number;
    }
}
