package io.switchboard.core.web;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The address under which people reach this desk. Links are made from it and origins are compared with it; the Host
 * header of a request is never believed.
 *
 * @param uri scheme, host and, where it is not the scheme's own, port; no path
 * @param origins every origin whose pages may send requests with a session cookie
 */
public record PublicAddress(URI uri, Set<String> origins) {
    /** Keeps a copy. */
    public PublicAddress {
        origins = Set.copyOf(origins);
    }

    /**
     * Reads a configured address.
     *
     * @throws IllegalArgumentException if it is not an absolute http or https address without a path
     */
    public static PublicAddress of(String text) {
        URI uri = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (!web || uri.getHost() == null || !uri.getRawPath().isEmpty() || uri.getRawQuery() != null) {
            throw new IllegalArgumentException(
                    "the public address must look like https://help.example.org, not " + text);
        }
        return new PublicAddress(uri, Set.of(originOf(uri)));
    }

    /** Returns the address of a desk that was given none: this machine's own, by each of its names. */
    public static PublicAddress local(boolean secure, String bind, int port) {
        String scheme = secure ? "https" : "http";
        String host = bind.equals("0.0.0.0") || bind.equals("::") ? "127.0.0.1" : bind;
        URI uri = URI.create(scheme + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
        return new PublicAddress(
                uri,
                Set.copyOf(List.of(
                        originOf(uri),
                        originOf(URI.create(scheme + "://127.0.0.1:" + port)),
                        originOf(URI.create(scheme + "://localhost:" + port)),
                        originOf(URI.create(scheme + "://[::1]:" + port)))));
    }

    /** Says whether pages are reached over TLS, so that cookies must be marked secure. */
    public boolean secure() {
        return "https".equals(uri.getScheme());
    }

    /** Says whether an {@code Origin} header, or the origin of a {@code Referer}, is this desk's own. */
    public boolean isOwn(@Nullable String address) {
        if (address == null) {
            return false;
        }
        try {
            return origins.contains(originOf(URI.create(address)));
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    /** Returns the absolute form of a path of this desk, which begins with a slash. */
    public URI resolve(String path) {
        return URI.create(uri + path);
    }

    private static String originOf(URI uri) {
        int standard = "https".equals(uri.getScheme()) ? 443 : 80;
        int port = uri.getPort() == -1 ? standard : uri.getPort();
        return uri.getScheme() + "://" + uri.getHost() + ":" + port;
    }
}
