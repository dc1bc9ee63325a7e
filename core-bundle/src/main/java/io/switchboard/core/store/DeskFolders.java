package io.switchboard.core.store;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.framework.BundleContext;

/**
 * Where on the disk the desk keeps what does not stand in the database.
 *
 * @param data the data folder of this node
 * @param files the folder of attachments, which all nodes of a desk share
 */
public record DeskFolders(Path data, Path files) {
    private static final String FILES = "files";

    /** Returns the folders that the server was started with. */
    public static DeskFolders of(BundleContext context) {
        Path data = Path.of(context.getProperty("switchboard.data"));
        String files = context.getProperty("switchboard.files");
        return files == null || files.isBlank() ? in(data) : new DeskFolders(data, Path.of(files));
    }

    /** Returns the folders of a desk that keeps all in its data folder. */
    public static DeskFolders in(Path data) {
        return new DeskFolders(data, data.resolve(FILES));
    }

    /** Returns what belongs to the database and must be kept with it, by the names it has in a backup. */
    public Map<String, Path> keptWithDatabase() {
        Map<String, Path> kept = new LinkedHashMap<>();
        kept.put(FILES, files);
        kept.put("secret.key", data.resolve("secret.key"));
        return kept;
    }
}
