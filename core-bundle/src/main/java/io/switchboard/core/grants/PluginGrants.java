package io.switchboard.core.grants;

import com.fasterxml.jackson.core.type.TypeReference;
import io.switchboard.api.people.Right;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditKind;
import io.switchboard.core.audit.AuditLog;
import io.switchboard.core.feed.ConfidentialGrants;
import io.switchboard.core.store.Json;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.plugin.PluginStore;
import io.switchboard.core.store.setting.Setting;
import io.switchboard.core.store.setting.SettingStore;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Knows which rights plugins were granted. A plugin that came with the distribution may learn of confidential tickets unless
 * an administrator says otherwise; any other has no right until an administrator grants it. What another node grants
 * holds here a few seconds later.
 */
@Component(service = {PluginGrants.class, ConfidentialGrants.class})
public final class PluginGrants implements ConfidentialGrants {
    private static final String SETTING = "plugin.grants";
    private static final String OFFERED = "offered";
    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final TypeReference<TreeMap<String, List<String>>> GRANTS = new TypeReference<>() {};

    private final Transactions transactions;
    private final PluginStore plugins;
    private final SettingStore settings;
    private final AuditLog audit;
    private volatile @Nullable Remembered remembered;

    private record Remembered(Map<String, Set<Right>> rights, long until) {}

    /** Makes it. */
    @Activate
    public PluginGrants(
            @Reference Transactions transactions,
            @Reference PluginStore plugins,
            @Reference SettingStore settings,
            @Reference AuditLog audit) {
        this.transactions = transactions;
        this.plugins = plugins;
        this.settings = settings;
        this.audit = audit;
    }

    /** Returns the rights of a plugin. */
    public Set<Right> rights(String plugin) {
        Remembered known = remembered;
        if (known == null || System.nanoTime() - known.until() > 0) {
            known = new Remembered(load(), System.nanoTime() + REMEMBERED.toNanos());
            remembered = known;
        }
        return known.rights().getOrDefault(plugin, Set.of());
    }

    @Override
    public boolean mayLearnOfConfidential(String plugin) {
        return rights(plugin).contains(Right.TICKET_CONFIDENTIAL);
    }

    /** Grants a plugin exactly these rights. */
    public void grant(Caller caller, String plugin, Set<Right> rights) {
        AccessPolicy.require(caller, Right.PLUGIN_EDIT);
        rights.forEach(right -> AccessPolicy.require(caller, right));
        List<String> ids = rights.stream().map(Right::id).sorted().toList();
        transactions.write(() -> {
            change(grants -> grants.put(plugin, ids));
            audit.record(caller, AuditKind.PLUGIN_GRANTED, "plugin:" + plugin, null, Map.of("rights", ids));
            return ids;
        });
        remembered = null;
    }

    /** Forgets what a plugin was granted, since what comes next under its id may be somebody else's. */
    public void forget(String plugin) {
        change(grants -> grants.remove(plugin));
    }

    private void change(Consumer<Map<String, List<String>>> change) {
        Setting before = settings.find(SETTING).orElse(null);
        TreeMap<String, List<String>> grants = before == null ? new TreeMap<>() : Json.read(before.content(), GRANTS);
        change.accept(grants);
        settings.replace(SETTING, Json.write(grants), before == null ? 0 : before.version());
        remembered = null;
    }

    private Map<String, Set<Right>> load() {
        Map<String, Set<Right>> rights = new TreeMap<>();
        transactions.read(plugins::all).stream()
                .filter(row -> row.origin().equals(OFFERED))
                .forEach(row -> rights.put(row.id(), EnumSet.of(Right.TICKET_CONFIDENTIAL)));
        settings.find(SETTING)
                .map(setting -> Json.read(setting.content(), GRANTS))
                .ifPresent(grants -> grants.forEach((plugin, ids) -> rights.put(plugin, read(ids))));
        return rights;
    }

    private static Set<Right> read(List<String> ids) {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        ids.forEach(id -> rights.add(Right.of(id, "rights")));
        return rights;
    }
}
