package io.switchboard.core.desk.configuration;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Right;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditKind;
import io.switchboard.core.audit.AuditLog;
import io.switchboard.core.desk.Limits;
import io.switchboard.core.store.Json;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.setting.Setting;
import io.switchboard.core.store.setting.SettingStore;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps the catalogs under whose entries tickets are filed (CL1, CL2, IN6). Each entry is a setting with its version. */
@Component(service = Catalog.class)
public final class Catalog {
    private final Transactions transactions;
    private final SettingStore settings;
    private final AuditLog audit;

    /** Makes the catalogs, with their first entries where there were none yet. */
    @Activate
    public Catalog(@Reference Transactions transactions, @Reference SettingStore settings, @Reference AuditLog audit) {
        this.transactions = transactions;
        this.settings = settings;
        this.audit = audit;
        transactions.write(() -> {
            for (CatalogKind kind : CatalogKind.values()) {
                seed(kind);
            }
            return true;
        });
    }

    private void seed(CatalogKind kind) {
        if (settings.find(kind.marker()).isEmpty()) {
            kind.seeds().forEach(entry -> settings.put(kind.setting(entry.id()), Json.write(entry)));
            settings.put(kind.marker(), "true");
        }
    }

    /** An entry as it stands, with its version. */
    public record Versioned(CatalogEntry entry, long version) {}

    /** Returns the entries in the order of their ids, parents before children. */
    public List<Versioned> list(Caller caller, CatalogKind kind) {
        AccessPolicy.requireKnown(caller);
        return settings.list(kind.prefix()).stream().map(Catalog::versioned).toList();
    }

    /**
     * Returns the entries that can be chosen, parents before children, as anybody may know them. One that cannot is left out with
     * all below it.
     */
    public List<CatalogEntry> offered(CatalogKind kind) {
        List<CatalogEntry> entries = settings.list(kind.prefix()).stream()
                .map(setting -> versioned(setting).entry())
                .sorted(Comparator.comparing(entry -> entry.id().replace('/', '\0')))
                .toList();
        return entries.stream()
                .filter(entry -> entries.stream()
                        .noneMatch(other -> !other.active() && (entry.id() + "/").startsWith(other.id() + "/")))
                .toList();
    }

    /** Returns an entry, or refuses with {@code not-found}. */
    public Versioned get(Caller caller, CatalogKind kind, String id) {
        AccessPolicy.requireKnown(caller);
        return find(kind, id).orElseThrow(() -> SwitchboardException.notFound(kind.id()));
    }

    private Optional<Versioned> find(CatalogKind kind, String id) {
        return settings.find(kind.setting(id)).map(Catalog::versioned);
    }

    private static Versioned versioned(Setting setting) {
        return new Versioned(Json.read(setting.content(), CatalogEntry.class), setting.version());
    }

    /**
     * Adds an entry.
     *
     * @throws SwitchboardException with {@code invalid-field}, also if there is no entry above it; {@code already-exists};
     *     or {@code policy-refused} for a catalog that has a fixed set of entries
     */
    public Versioned add(Caller caller, CatalogKind kind, CatalogEntry entry) {
        AccessPolicy.require(caller, Right.DESK_CONFIGURE);
        check(entry);
        refuseFixed(kind);
        return transactions.write(() -> {
            String above = parent(entry.id());
            if (above != null && find(kind, above).isEmpty()) {
                throw SwitchboardException.field("id", "must stand below one that exists; there is no " + above);
            }
            if (find(kind, entry.id()).isPresent()) {
                throw new SwitchboardException(ErrorCode.ALREADY_EXISTS, "There is one with the id " + entry.id());
            }
            transactions.made(entry.id());
            audit.record(caller, AuditKind.CATALOG_MADE, object(kind, entry.id()), null, entry);
            return versioned(settings.put(kind.setting(entry.id()), Json.write(entry)));
        });
    }

    /** Replaces an entry that is still as the caller saw it. */
    public Versioned replace(Caller caller, CatalogKind kind, CatalogEntry entry, long version) {
        AccessPolicy.require(caller, Right.DESK_CONFIGURE);
        check(entry);
        return transactions.write(() -> {
            CatalogEntry known = get(caller, kind, entry.id()).entry();
            audit.record(caller, AuditKind.CATALOG_CHANGED, object(kind, entry.id()), known, entry);
            return versioned(settings.replace(kind.setting(entry.id()), Json.write(entry), version));
        });
    }

    /**
     * Removes an entry; tickets that have it keep it.
     *
     * @throws SwitchboardException with {@code in-use} while there are entries below it, {@code stale-version}, or {@code
     *     policy-refused} for a catalog that has a fixed set of entries
     */
    public void remove(Caller caller, CatalogKind kind, String id, long version) {
        AccessPolicy.require(caller, Right.DESK_CONFIGURE);
        refuseFixed(kind);
        transactions.write(() -> {
            Versioned known = get(caller, kind, id);
            if (list(caller, kind).stream().anyMatch(other -> other.entry().id().startsWith(id + "/"))) {
                throw new SwitchboardException(
                        ErrorCode.IN_USE, "There are others below " + id + "; remove those first");
            }
            settings.replace(kind.setting(id), Json.write(known.entry()), version);
            settings.remove(kind.setting(id));
            audit.record(caller, AuditKind.CATALOG_REMOVED, object(kind, id), known.entry(), null);
            return id;
        });
    }

    /**
     * Demands that a ticket can be filed under an entry. Of an optional catalog that has no entry any id will do.
     *
     * @throws SwitchboardException with {@code invalid-field} naming the kind
     */
    public void require(CatalogKind kind, @Nullable String id) {
        if (id == null || find(kind, id).filter(found -> found.entry().active()).isPresent()) {
            return;
        }
        if (kind.optional() && settings.list(kind.prefix()).isEmpty()) {
            return;
        }
        throw SwitchboardException.field(kind.id(), "must be one of this desk, which GET " + kind.path() + " lists");
    }

    /** Returns whether there is such an entry, whether it can be chosen or not. */
    public boolean has(CatalogKind kind, String id) {
        return find(kind, id).isPresent();
    }

    private static String object(CatalogKind kind, String id) {
        return kind.id() + ":" + id;
    }

    private static void refuseFixed(CatalogKind kind) {
        if (kind.fixed()) {
            throw new SwitchboardException(ErrorCode.POLICY_REFUSED, "Each desk has these, and can only describe them");
        }
    }

    private static void check(CatalogEntry entry) {
        new Limits()
                .identifier("id", entry.id())
                .line("name", entry.name(), 200)
                .text("description", entry.description(), Limits.REASON)
                .check();
    }

    private static @Nullable String parent(String id) {
        int end = id.lastIndexOf('/');
        return end < 0 ? null : id.substring(0, end);
    }
}
