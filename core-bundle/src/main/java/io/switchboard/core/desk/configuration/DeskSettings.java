package io.switchboard.core.desk.configuration;

import io.switchboard.api.people.Right;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditKind;
import io.switchboard.core.audit.AuditLog;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.store.Json;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.setting.Setting;
import io.switchboard.core.store.setting.SettingStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps what an administrator decides for the whole desk: each with a standard, a version, and a line in the audit log. */
@Component(service = DeskSettings.class)
public final class DeskSettings {
    private final Transactions transactions;
    private final SettingStore settings;
    private final AuditLog audit;

    /** Makes it. */
    @Activate
    public DeskSettings(
            @Reference Transactions transactions, @Reference SettingStore settings, @Reference AuditLog audit) {
        this.transactions = transactions;
        this.settings = settings;
        this.audit = audit;
    }

    /**
     * What stands in a setting.
     *
     * @param version 0 as long as nobody has set it
     */
    public record Versioned<T>(T content, long version) {}

    /** Returns a setting, or the standard with the version 0 if nobody has set it. */
    public <T> Versioned<T> read(String name, Class<T> type, T standard) {
        return settings.find(name)
                .map(found -> new Versioned<>(Json.read(found.content(), type), found.version()))
                .orElseGet(() -> new Versioned<>(standard, 0));
    }

    /**
     * Replaces a setting that is still as the caller saw it.
     *
     * @throws io.switchboard.api.error.SwitchboardException with {@code right-missing} or {@code stale-version}
     */
    public <T> Versioned<T> replace(
            Caller caller, String name, Class<T> type, T standard, T wanted, Precondition precondition) {
        AccessPolicy.require(caller, Right.DESK_CONFIGURE);
        return transactions.write(() -> {
            Versioned<T> before = read(name, type, standard);
            long seen = precondition instanceof Precondition.Version demanded ? demanded.version() : before.version();
            Setting put = settings.replace(name, Json.write(wanted), seen);
            audit.record(caller, AuditKind.SETTING_CHANGED, "setting:" + name, before.content(), wanted);
            return new Versioned<>(wanted, put.version());
        });
    }
}
