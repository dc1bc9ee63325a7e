package io.switchboard.core.plugins;

import java.io.IOException;

/** Gives the archives of update sites. */
public interface SiteArchives {
    /**
     * Reads an archive.
     *
     * @param site the name of a site that the desk trusts
     * @param sha256 of the archive
     * @throws IOException if the site is not believed or cannot be reached, or does not have it; the message says so
     */
    byte[] read(String site, String plugin, String sha256) throws IOException;
}
