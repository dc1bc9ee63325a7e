package io.switchboard.core.outgoing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which hosts a plugin says in its manifest that it calls.
 *
 * @param entries hosts, {@code *.domain}, <code>{setting}</code>, or {@code *} for any
 */
public record DeclaredHosts(List<String> entries) {
    /** The header of the manifest. */
    public static final String HEADER = "Switchboard-Outgoing-Hosts";

    private static final int MOST = 50;
    private static final int LONGEST = 253;
    private static final String ANY = "*";
    private static final String LABEL = "[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?";
    private static final Pattern HOST =
            Pattern.compile("(\\*\\.)?" + LABEL + "(\\." + LABEL + ")*|\\[[0-9a-f:.]+\\]|\\*");
    private static final Pattern SETTING = Pattern.compile("\\{([^{}\\s,]+)\\}");

    /** Where the host stands in an address, or in a host with a port. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?:[a-z][a-z0-9+.-]*://)?(?:[^/?#\\\\@]*@)?(\\[[0-9a-f:.]+\\]|[^/?#:\\\\@\\[\\]]+).*");

    /** Keeps a copy. */
    public DeclaredHosts {
        entries = List.copyOf(entries);
    }

    /** Reads the header; a manifest that lacks it names nobody. */
    public static DeclaredHosts of(@Nullable String header) {
        return new DeclaredHosts(
                header == null
                        ? List.of()
                        : Arrays.stream(header.split(","))
                                .map(entry -> entry.strip().replaceAll("^\"(.*)\"$", "$1"))
                                .filter(entry -> !entry.isEmpty())
                                .distinct()
                                .toList());
    }

    /** Returns the entry's setting, or null if it names a host itself. */
    public static @Nullable String setting(String entry) {
        Matcher setting = SETTING.matcher(entry);
        return setting.matches() ? setting.group(1) : null;
    }

    /** Returns whether there are more entries than anybody would read. */
    public boolean tooMany() {
        return entries.size() > MOST;
    }

    /** Returns the entries that name neither a host nor a setting. */
    public List<String> malformed() {
        return entries.stream()
                .filter(entry -> entry.length() > LONGEST
                        || setting(entry) == null && !HOST.matcher(entry).matches())
                .toList();
    }

    /**
     * Returns whether a host may be called.
     *
     * @param host as it stands in an address
     * @param settings gives the values that a setting has now
     */
    public boolean allow(String host, Function<String, List<String>> settings) {
        String called = plain(host);
        return entries.stream().anyMatch(entry -> names(entry, called))
                || entries.stream().anyMatch(entry -> hosts(entry, settings).contains(called));
    }

    /** Returns whether everything that an entry of another declaration allows is allowed here, too. */
    public boolean cover(String entry) {
        return entries.contains(ANY)
                || entries.contains(entry)
                || setting(entry) == null && entries.stream().anyMatch(own -> names(own, entry));
    }

    /** Returns the hosts that an entry stands for: those of its setting as it is now, or itself. */
    public static List<String> hosts(String entry, Function<String, List<String>> settings) {
        String setting = setting(entry);
        return setting == null
                ? List.of(entry)
                : settings.apply(setting).stream()
                        .map(DeclaredHosts::hostOf)
                        .filter(host -> !host.isEmpty())
                        .distinct()
                        .toList();
    }

    private static boolean names(String entry, String host) {
        return entry.equals(ANY) || entry.equals(host) || entry.startsWith("*.") && host.endsWith(entry.substring(1));
    }

    private static String hostOf(String address) {
        Matcher matcher = ADDRESS.matcher(address.strip().toLowerCase(Locale.ROOT));
        return matcher.matches() ? plain(matcher.group(1)) : "";
    }

    /** A point at the end, which some write, leads to the same machine. */
    private static String plain(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
