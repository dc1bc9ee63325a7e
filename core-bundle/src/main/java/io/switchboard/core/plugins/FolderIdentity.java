package io.switchboard.core.plugins;

import io.switchboard.core.store.FirstFile;
import io.switchboard.core.store.plugin.SourceRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells plugin folders apart by a file that stands in them. A new folder, an empty place where one is to be mounted, and
 * that of a restored copy each are another one, and so take nothing away that the first had brought.
 */
final class FolderIdentity {
    private static final String FILE = ".folder-id";
    private static final int LETTERS = 12;
    private static final Pattern FORM = Pattern.compile("[a-z0-9]{" + LETTERS + "}");

    private FolderIdentity() {}

    /** Returns the kind of source that a folder is, and makes its identity if it has none. */
    static String of(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        FirstFile.make(file, random().getBytes(StandardCharsets.US_ASCII));
        String identity = Files.readString(file).strip();
        if (!FORM.matcher(identity).matches()) {
            throw new IOException(file + " does not hold what the desk wrote there; remove it");
        }
        return SourceRow.FOLDER + identity;
    }

    private static String random() {
        String digits = Long.toString(new SecureRandom().nextLong() >>> 1, 36).toLowerCase(Locale.ROOT);
        String padded = "0".repeat(LETTERS) + digits;
        return padded.substring(padded.length() - LETTERS);
    }
}
