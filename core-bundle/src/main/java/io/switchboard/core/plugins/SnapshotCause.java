package io.switchboard.core.plugins;

import java.util.Locale;

/** Why the set of installed plugins is another than before. */
public enum SnapshotCause {
    /** A plugin was installed, or another version of it. */
    INSTALLED,
    /** A plugin was removed. */
    REMOVED,
    /** A plugin that lay still is to run. */
    STARTED,
    /** A plugin that ran is to lie still. */
    STOPPED,
    /** The version before took the place of a plugin. */
    ROLLED_BACK,
    /** The plugins of an earlier snapshot took the place of all. */
    RESTORED,
    /** The distribution brought plugins, or other versions of them. */
    OFFERED,
    /** It was found so when the server started. */
    FOUND,
    /** A file says that these are to be there. */
    DESIRED;

    /** Returns the name in the API and in the store. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
