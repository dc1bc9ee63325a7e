package io.switchboard.core.plugins.signer;

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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which signers administrators trust, and for which plugins. */
@Component(service = TrustedSigners.class)
public final class TrustedSigners {
    /** How many there may be. */
    static final int MOST = 100;

    private static final int MOST_PLUGINS = 100;
    private static final String SETTING = "plugins.signers";
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} .,&'()_-]{0,79}");
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern PLUGINS = Pattern.compile("\\*|[a-z][A-Za-z0-9._-]{1,99}\\*?");

    private final Transactions transactions;
    private final SettingStore settings;
    private final AuditLog audit;

    /** Makes it. */
    @Activate
    public TrustedSigners(
            @Reference Transactions transactions, @Reference SettingStore settings, @Reference AuditLog audit) {
        this.transactions = transactions;
        this.settings = settings;
        this.audit = audit;
    }

    /** The signers. */
    public record Signers(List<TrustedSigner> signers) {
        /** Keeps a copy. */
        public Signers {
            signers = List.copyOf(signers);
        }
    }

    /** Returns the signers, with the version 0 as long as nobody has named any. */
    public Versioned<Signers> get(Caller caller) {
        AccessPolicy.require(caller, Right.PLUGIN_READ);
        return transactions.read(this::stored);
    }

    /** Returns the signers. */
    List<TrustedSigner> all() {
        return transactions.read(this::stored).content().signers();
    }

    /**
     * Replaces the signers that are still as the caller saw them.
     *
     * @throws io.switchboard.api.error.SwitchboardException with {@code right-missing}, {@code stale-version}, or {@code
     *     invalid-field} that names what is wrong
     */
    public Versioned<Signers> replace(Caller caller, Signers wanted, Precondition precondition) {
        AccessPolicy.require(caller, Right.PLUGIN_EDIT);
        check(wanted.signers());
        return transactions.write(() -> {
            Versioned<Signers> before = stored();
            long seen = precondition instanceof Precondition.Version demanded ? demanded.version() : before.version();
            long version = settings.replace(SETTING, Json.write(wanted), seen).version();
            audit.record(caller, AuditKind.SETTING_CHANGED, "setting:" + SETTING, before.content(), wanted);
            return new Versioned<>(wanted, version);
        });
    }

    private Versioned<Signers> stored() {
        return settings.find(SETTING)
                .map(found -> new Versioned<>(Json.read(found.content(), Signers.class), found.version()))
                .orElseGet(() -> new Versioned<>(new Signers(List.of()), 0));
    }

    private static void check(List<TrustedSigner> signers) {
        Limits limits = new Limits();
        if (signers.size() > MOST) {
            limits.wrong("signers", "must be at most " + MOST).check();
        }
        Set<String> fingerprints = new HashSet<>();
        for (int i = 0; i < signers.size(); i++) {
            check(limits, "signers[" + i + "].", signers.get(i), fingerprints);
        }
        limits.check();
    }

    private static void check(Limits limits, String field, TrustedSigner signer, Set<String> fingerprints) {
        if (!NAME.matcher(signer.name()).matches()) {
            limits.wrong(field + "name", "must be 1 to 80 letters, digits, spaces and points");
        }
        if (!FINGERPRINT.matcher(signer.fingerprint()).matches()) {
            limits.wrong(
                    field + "fingerprint",
                    "must be the SHA-256 of the certificate that a plan shows: 64 hexadecimal digits");
        } else if (!fingerprints.add(signer.fingerprint())) {
            limits.wrong(field + "fingerprint", "is there twice; name all plugins of a signer in one place");
        }
        if (signer.plugins().isEmpty() && !signer.withdrawn()) {
            limits.wrong(field + "plugins", "must name a plugin, or * for all");
        }
        if (signer.plugins().size() > MOST_PLUGINS
                || !signer.plugins().stream()
                        .allMatch(plugin -> PLUGINS.matcher(plugin).matches())) {
            limits.wrong(
                    field + "plugins",
                    "must be at most " + MOST_PLUGINS + " ids of plugins, beginnings of ids with a * behind, or *");
        }
    }
}
