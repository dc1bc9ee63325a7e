package io.switchboard.core.store.plugin;

/**
 * A row of {@code plugin_source}: an archive that the desk found by itself and dealt with.
 *
 * @param kind {@code offered} for one that came with the distribution; {@value #FOLDER} and the identity of the folder for
 *     one of a plugin folder; at most 20 characters
 * @param name the plugin's id for what was offered, the file's name for the folder
 * @param sha256 of the archive
 * @param version of the plugin in it
 * @param pluginId the plugin in it
 */
public record SourceRow(String kind, String name, String sha256, String version, String pluginId) {
    /** An archive that came with the distribution. */
    public static final String OFFERED = "offered";

    /** How the kind begins of archives of plugin folders. */
    public static final String FOLDER = "folder:";
}
