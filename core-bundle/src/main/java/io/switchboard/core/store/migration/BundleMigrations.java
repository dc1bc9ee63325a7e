package io.switchboard.core.store.migration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import org.osgi.framework.Bundle;

/** Reads the files of migrations in a folder of a bundle. */
public final class BundleMigrations {
    private BundleMigrations() {}

    /**
     * Returns the files in the order of their names.
     *
     * @throws IllegalArgumentException if there are none, or one is not named as those of migrations are
     */
    public static List<MigrationFile> in(Bundle bundle, String folder) {
        Enumeration<URL> entries = bundle.findEntries(folder, "*.sql", false);
        if (entries == null) {
            throw new IllegalArgumentException("There is no migration in the folder '" + folder + "'");
        }
        List<MigrationFile> files = new ArrayList<>();
        for (URL entry : Collections.list(entries)) {
            String path = entry.getPath();
            files.add(new MigrationFile(path.substring(path.lastIndexOf('/') + 1), text(entry)));
        }
        files.sort(Comparator.comparing(MigrationFile::name));
        return List.copyOf(files);
    }

    private static String text(URL entry) {
        try (InputStream in = entry.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The migration " + entry + " cannot be read", unreadable);
        }
    }
}
