package io.switchboard.web.ui;

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
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;

/**
 * The files that browsers load, read once when the plugin starts. Their version is a hash of all of them: it stands in
 * their addresses, so that a browser may keep each for ever and never mixes files of two versions.
 */
final class Bundled {
    private static final String ROOT = "web/";
    private static final int VERSION_BYTES = 8;

    private final SortedMap<String, byte[]> files;
    private final String version;

    private Bundled(SortedMap<String, byte[]> files) {
        this.files = Collections.unmodifiableSortedMap(files);
        this.version = version(files);
    }

    /** Reads the files of a bundle. */
    static Bundled of(Bundle bundle) {
        SortedMap<String, byte[]> found = new TreeMap<>();
        for (URL entry : Collections.list(bundle.findEntries(ROOT, "*", true))) {
            String path = entry.getPath();
            if (!path.endsWith("/")) {
                found.put(path.substring(path.indexOf(ROOT) + ROOT.length()), read(entry));
            }
        }
        return new Bundled(found);
    }

    /** Takes files as they are given. */
    static Bundled of(SortedMap<String, byte[]> files) {
        return new Bundled(new TreeMap<>(files));
    }

    /** Returns what stands for all files in their addresses. */
    String version() {
        return version;
    }

    /** Returns a file, or null if there is none. */
    byte @Nullable [] file(String path) {
        return files.get(path);
    }

    /** Returns a file that must be there, as text. */
    String text(String path) {
        byte[] file = files.get(path);
        if (file == null) {
            throw new IllegalStateException("The bundle lacks " + path);
        }
        return new String(file, StandardCharsets.UTF_8);
    }

    /** Returns the paths of the scripts below a folder. */
    List<String> scripts(String folder) {
        return files.keySet().stream()
                .filter(path -> path.startsWith(folder) && path.endsWith(".js"))
                .toList();
    }

    /** Returns the hash by which a content security policy allows a text. */
    static String policyHash(String text) {
        byte[] hash = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    }

    private static String version(SortedMap<String, byte[]> files) {
        MessageDigest digest = sha256();
        files.forEach((path, content) -> {
            digest.update(path.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(sha256().digest(content));
        });
        return HexFormat.of().formatHex(digest.digest(), 0, VERSION_BYTES);
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
