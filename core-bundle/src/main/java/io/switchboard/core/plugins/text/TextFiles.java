package io.switchboard.core.plugins.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what a plugin says in other languages, from the files {@code OSGI-INF/l10n/bundle_LANGUAGE.properties} of its
 * archive. A file that cannot be read counts as one that is not there: the plugin then speaks English.
 */
public final class TextFiles {
    private static final Logger LOG = LoggerFactory.getLogger(TextFiles.class);
    private static final String FOLDER = "OSGI-INF/l10n/";
    private static final Pattern FILE =
            Pattern.compile(FOLDER + "bundle_([a-zA-Z]{2,3}(?:_[a-zA-Z0-9]{2,8}){0,2})\\.properties");
    private static final int MOST = 100;
    private static final int LARGEST = 256 << 10;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST = 2_000;

    private TextFiles() {}

    @FunctionalInterface
    private interface Opener {
        InputStream open(String path) throws IOException;
    }

    /** Reads those of an archive. */
    public static PluginTexts of(ZipFile archive) {
        List<String> paths = Collections.list(archive.entries()).stream()
                .map(ZipEntry::getName)
                .toList();
        return read(archive.getName(), paths, path -> archive.getInputStream(archive.getEntry(path)));
    }

    /** Reads those of a bundle, which need not be resolved. */
    public static PluginTexts of(Bundle bundle) {
        Enumeration<String> paths = bundle.getEntryPaths(FOLDER);
        return paths == null
                ? PluginTexts.NONE
                : read(
                        bundle.getSymbolicName(),
                        Collections.list(paths),
                        path -> Objects.requireNonNull(bundle.getEntry(path), path)
                                .openStream());
    }

    private static PluginTexts read(String owner, List<String> paths, Opener opener) {
        Map<String, Map<String, String>> byLanguage = new HashMap<>();
        for (String path : paths) {
            Matcher file = FILE.matcher(path);
            if (file.matches() && byLanguage.size() < MOST) {
                String language = file.group(1).replace('_', '-').toLowerCase(Locale.ROOT);
                try (InputStream content = opener.open(path)) {
                    byLanguage.put(language, texts(content));
                } catch (IOException | IllegalArgumentException unreadable) {
                    LOG.warn("{} has texts in {} that cannot be read: {}", owner, path, unreadable.getMessage());
                }
            }
        }
        return new PluginTexts(byLanguage);
    }

    private static Map<String, String> texts(InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new IOException("it has more than " + LARGEST + " bytes");
        }
        Properties properties = new Properties();
        properties.load(new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8));
        Map<String, String> texts = new HashMap<>();
        for (String key : properties.stringPropertyNames()) {
            String text = PlainLine.of(properties.getProperty(key), key.endsWith(".name") ? LONGEST_NAME : LONGEST)
                    .strip();
            if (!text.isBlank()) {
                texts.put(key, text);
            }
        }
        return texts;
    }
}
