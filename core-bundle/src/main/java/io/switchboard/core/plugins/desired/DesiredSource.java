package io.switchboard.core.plugins.desired;

/** Where the archive of a plugin is to be taken from. */
public sealed interface DesiredSource {
    /** From what the distribution brings. */
    record Distribution() implements DesiredSource {}

    /**
     * From a file.
     *
     * @param path below the data folder
     */
    record File(String path) implements DesiredSource {}

    /**
     * From an update site that the desk trusts.
     *
     * @param site the name of the site
     * @param sha256 of the archive, 64 lower-case hexadecimal digits
     */
    record Site(String site, String sha256) implements DesiredSource {}
}
