package io.switchboard.core.plugins.site;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.store.Json;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.setting.Setting;
import io.switchboard.core.store.setting.SettingStore;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Remembers the newest index of each key that any node has seen, so that nobody can pass off an older one as the newest. */
@Component(service = SeenIndexes.class)
public final class SeenIndexes {
    private static final String SETTING = "plugins.sites.seen";
    private static final int TRIES = 5;

    private final Transactions transactions;
    private final SettingStore settings;

    /** Makes it. */
    @Activate
    public SeenIndexes(@Reference Transactions transactions, @Reference SettingStore settings) {
        this.transactions = transactions;
        this.settings = settings;
    }

    /**
     * The newest index of a key.
     *
     * @param sha256 of its bytes
     */
    record Mark(long serial, String sha256) {}

    /** The newest indexes by the keys that signed them. */
    record Seen(Map<String, Mark> byKey) {}

    /**
     * Takes note of an index.
     *
     * @throws SiteRefused if a newer one was seen, or another with the same serial; nothing is noted then
     */
    void note(String key, long serial, String sha256) throws SiteRefused {
        Mark wanted = new Mark(serial, sha256);
        Mark newest = newest(key, wanted);
        if (newest.serial() > serial) {
            throw SiteRefused.because("the index has the serial " + serial + ", but one with " + newest.serial()
                    + " was seen before: somebody may pass off an old one as the newest");
        }
        if (!newest.equals(wanted)) {
            throw SiteRefused.because("the index has the serial " + serial
                    + " like another that was seen before, but not its content: build the site anew");
        }
    }

    /** Two nodes may take note at once; the later one then looks again, so that no mark gets lost. */
    private Mark newest(String key, Mark wanted) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transactions.write(() -> noted(key, wanted));
            } catch (SwitchboardException stale) {
                if (stale.code() != ErrorCode.STALE_VERSION || attempt == TRIES) {
                    throw stale;
                }
            }
        }
    }

    private Mark noted(String key, Mark wanted) {
        Setting found = settings.find(SETTING).orElse(null);
        Map<String, Mark> marks = new TreeMap<>(
                found == null
                        ? Map.of()
                        : Json.read(found.content(), Seen.class).byKey());
        Mark before = marks.get(key);
        if (before != null && before.serial() >= wanted.serial()) {
            return before;
        }
        marks.put(key, wanted);
        settings.replace(SETTING, Json.write(new Seen(marks)), found == null ? 0 : found.version());
        return wanted;
    }
}
