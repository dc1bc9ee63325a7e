package io.switchboard.core.store.plugin;

/**
 * A row of {@code plugin_source}: an archive that the desk found by itself and dealt with.
 *
 * @param kind {@code offered} for one that came with the distribution, {@code folder} for one of the plugin folder
 * @param name the plugin's id for what was offered, the file's name for the folder
 * @param sha256 of the archive
 * @param version of the plugin in it
 * @param pluginId the plugin in it
 */
public record SourceRow(String kind, String name, String sha256, String version, String pluginId) {
    /** An archive that came with the distribution. */
    public static final String OFFERED = "offered";

    /** An archive of the plugin folder. */
    public static final String FOLDER = "folder";
}
