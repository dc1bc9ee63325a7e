package io.switchboard.core.plugins.signer;

import java.util.List;

/**
 * A signer whom an administrator has judged.
 *
 * @param name what administrators call them
 * @param fingerprint SHA-256 of their certificate, 64 lower-case hexadecimal digits
 * @param plugins for which plugins they are trusted: ids, beginnings of ids that end with {@code *}, or {@code *} for all
 * @param withdrawn whether the trust was taken back, so that nothing they signed is installed any more
 */
public record TrustedSigner(String name, String fingerprint, List<String> plugins, boolean withdrawn) {
    /** Keeps a copy. */
    public TrustedSigner {
        plugins = List.copyOf(plugins);
    }

    /** Returns whether they are trusted for a plugin. */
    boolean isTrustedFor(String plugin) {
        return !withdrawn && plugins.stream().anyMatch(pattern -> fits(pattern, plugin));
    }

    private static boolean fits(String pattern, String plugin) {
        return pattern.endsWith("*")
                ? plugin.startsWith(pattern.substring(0, pattern.length() - 1))
                : plugin.equals(pattern);
    }
}
