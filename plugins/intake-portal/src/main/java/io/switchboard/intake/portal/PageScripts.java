package io.switchboard.intake.portal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;

/**
 * The files that the pages load, with a hash of all of them in their addresses, and what the front page needs to show
 * elements of plugins: an import map, the only inline script, which its policy allows by its hash.
 */
final class PageScripts {
    private static final String FOLDER = "web/";
    private static final String ADDRESS = "/x/intake-portal/assets/";
    private static final int VERSION_BYTES = 8;
    /** The modules that others name without a path, the same as in the pages of agents. */
    private static final Map<String, String> IMPORTS = new TreeMap<>(Map.of(
            "lit", "lib/lit/index.js",
            "lit/directives/", "lib/lit/directives/",
            "lit-html", "lib/lit-html/lit-html.js",
            "lit-html/", "lib/lit-html/",
            "lit-element/lit-element.js", "lib/lit-element/lit-element.js",
            "@lit/reactive-element", "lib/reactive-element/reactive-element.js",
            "switchboard/kit", "kit/index.js"));

    private final SortedMap<String, byte[]> files;
    private final String version;
    private final String imports;

    PageScripts(SortedMap<String, byte[]> files) {
        this.files = Collections.unmodifiableSortedMap(files);
        MessageDigest digest = sha256();
        files.forEach((path, content) -> {
            digest.update(path.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(sha256().digest(content));
        });
        this.version = HexFormat.of().formatHex(digest.digest(), 0, VERSION_BYTES);
        this.imports = IMPORTS.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\":\"" + base() + entry.getValue() + "\"")
                .collect(Collectors.joining(",", "{\"imports\":{", "}}"));
    }

    /** Reads the files of a bundle. */
    static PageScripts of(Bundle bundle) {
        SortedMap<String, byte[]> found = new TreeMap<>();
        for (URL entry : Collections.list(bundle.findEntries(FOLDER, "*", true))) {
            String path = entry.getPath();
            if (!path.endsWith("/")) {
                found.put(path.substring(path.indexOf(FOLDER) + FOLDER.length()), read(entry));
            }
        }
        return new PageScripts(found);
    }

    /** Returns what stands before the path of a file in its address. */
    String base() {
        return ADDRESS + version + "/";
    }

    /** Returns what the head of the front page loads. */
    String head() {
        return "<script type=\"importmap\">" + imports + "</script>\n<script type=\"module\" src=\"" + base()
                + "main.js\"></script>\n";
    }

    /** Returns what the head of every page loads. */
    String forms() {
        return "<script type=\"module\" src=\"" + base() + "form.js\"></script>\n";
    }

    /** Returns what the pages are held to: nothing from elsewhere, no other inline script, no text as markup. */
    String policy() {
        String hash = Base64.getEncoder().encodeToString(sha256().digest(imports.getBytes(StandardCharsets.UTF_8)));
        return "default-src 'none'; script-src 'self' 'sha256-" + hash
                + "'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self';"
                + " frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types lit-html";
    }

    /** Returns a file of this version, or null if there is none. */
    byte @Nullable [] file(String asked, String path) {
        return version.equals(asked) ? files.get(path) : null;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static byte[] read(URL entry) {
        try (InputStream content = entry.openStream()) {
            return content.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
