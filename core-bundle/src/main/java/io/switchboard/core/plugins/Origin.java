package io.switchboard.core.plugins;

import java.util.Locale;

/** How a plugin came to be installed. */
public enum Origin {
    /** It came with the distribution. */
    OFFERED,
    /** It was put into the plugin folder. */
    FOLDER,
    /** It was uploaded. */
    UPLOAD,
    /** It came from an update site. */
    SITE,
    /** A file says that it is to be there. */
    DESIRED;

    /** Returns the name in the API and in the store. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
