package io.switchboard.core.store.setting;

import java.util.List;
import java.util.Optional;

/** Keeps settings. Each method joins the transaction of its thread, or runs in one of its own. */
public interface SettingStore {
    /** Finds a setting by its name. */
    Optional<Setting> find(String name);

    /** Lists the settings whose names begin with a prefix, in the order of their names; 1,000 at most. */
    List<Setting> list(String prefix);

    /** Puts a setting, whatever it was before, and returns it. */
    Setting put(String name, String content);

    /**
     * Changes a setting that is still as the caller saw it.
     *
     * @param expectedVersion the version that the caller saw; 0 if there was none
     * @throws io.switchboard.api.error.SwitchboardException with {@code stale-version} if it was changed meanwhile
     */
    Setting replace(String name, String content, long expectedVersion);

    /** Removes a setting; nothing happens if there is none. */
    void remove(String name);
}
