package io.switchboard.core.plugins.site;

import io.switchboard.api.people.Right;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditKind;
import io.switchboard.core.audit.AuditLog;
import io.switchboard.core.desk.Limits;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.configuration.DeskSettings.Versioned;
import io.switchboard.core.store.Json;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.setting.SettingStore;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which sites the desk trusts; there is none unless an administrator names it with its key. */
@Component(service = UpdateSites.class)
public final class UpdateSites {
    /** How many there may be; each may have to be waited for. */
    static final int MOST = 5;

    private static final String SETTING = "plugins.sites";
    private static final int LONGEST = 500;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private final Transactions transactions;
    private final SettingStore settings;
    private final AuditLog audit;

    /** Makes it. */
    @Activate
    public UpdateSites(
            @Reference Transactions transactions, @Reference SettingStore settings, @Reference AuditLog audit) {
        this.transactions = transactions;
        this.settings = settings;
        this.audit = audit;
    }

    /**
     * The sites.
     *
     * @param sites in the order in which they count: a plugin is taken from the first that has it
     */
    public record Sites(List<Site> sites) {
        /** Keeps a copy. */
        public Sites {
            sites = List.copyOf(sites);
        }
    }

    /** Returns the sites, with the version 0 as long as nobody has named any. */
    public Versioned<Sites> get(Caller caller) {
        AccessPolicy.require(caller, Right.PLUGIN_READ);
        return stored();
    }

    /** Returns the sites. */
    List<Site> all() {
        return stored().content().sites();
    }

    /**
     * Replaces the sites that are still as the caller saw them.
     *
     * @throws io.switchboard.api.error.SwitchboardException with {@code right-missing}, {@code stale-version}, or {@code
     *     invalid-field} that names what is wrong
     */
    public Versioned<Sites> replace(Caller caller, Sites wanted, Precondition precondition) {
        AccessPolicy.require(caller, Right.PLUGIN_EDIT);
        check(wanted.sites());
        return transactions.write(() -> {
            Versioned<Sites> before = stored();
            long seen = precondition instanceof Precondition.Version demanded ? demanded.version() : before.version();
            long version = settings.replace(SETTING, Json.write(wanted), seen).version();
            audit.record(caller, AuditKind.SETTING_CHANGED, "setting:" + SETTING, before.content(), wanted);
            return new Versioned<>(wanted, version);
        });
    }

    private Versioned<Sites> stored() {
        return settings.find(SETTING)
                .map(found -> new Versioned<>(Json.read(found.content(), Sites.class), found.version()))
                .orElseGet(() -> new Versioned<>(new Sites(List.of()), 0));
    }

    private static void check(List<Site> sites) {
        Limits limits = new Limits();
        if (sites.size() > MOST) {
            limits.wrong("sites", "must be at most " + MOST).check();
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < sites.size(); i++) {
            Site site = sites.get(i);
            String field = "sites[" + i + "].";
            if (!NAME.matcher(site.name()).matches() || !names.add(site.name())) {
                limits.wrong(field + "name", "must be lower-case letters, digits and hyphens, and of one site only");
            }
            if (!isAddress(site.address())) {
                limits.wrong(
                        field + "address", "must be an absolute folder, or an http or https address without a query");
            }
            if (!IndexSignature.isKey(site.key())) {
                limits.wrong(field + "key", "must be the public key that 'switchboard site key' shows");
            }
        }
        limits.check();
    }

    private static boolean isAddress(String address) {
        if (address.length() > LONGEST) {
            return false;
        }
        try {
            if (!SiteFiles.isWeb(address)) {
                return Path.of(address).isAbsolute();
            }
            URI uri = URI.create(address);
            return uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }
}
