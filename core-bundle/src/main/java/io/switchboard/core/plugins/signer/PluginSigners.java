package io.switchboard.core.plugins.signer;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Right;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditKind;
import io.switchboard.core.audit.AuditLog;
import io.switchboard.core.plugins.signer.SignerStanding.Kind;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.plugin.SignerRow;
import io.switchboard.core.store.plugin.SignerStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Binds plugins to their signers, and judges signatures by it. A plugin stays bound after it was removed, so that nobody
 * else can come back under its id.
 */
@Component(service = PluginSigners.class)
public final class PluginSigners {
    private static final int LONGEST_SIGNER = 1_000;

    private final Transactions transactions;
    private final SignerStore store;
    private final TrustedSigners trusted;
    private final AuditLog audit;

    /** Makes it. */
    @Activate
    public PluginSigners(
            @Reference Transactions transactions,
            @Reference SignerStore store,
            @Reference TrustedSigners trusted,
            @Reference AuditLog audit) {
        this.transactions = transactions;
        this.store = store;
        this.trusted = trusted;
        this.audit = audit;
    }

    /** Returns which plugins are bound to whom, in the order of their ids. */
    public List<SignerRow> bindings(Caller caller) {
        AccessPolicy.require(caller, Right.PLUGIN_READ);
        return transactions.read(store::all).stream()
                .filter(row -> row.fingerprint() != null)
                .toList();
    }

    /**
     * Releases a plugin from its signer, so that the next signature binds it.
     *
     * @throws SwitchboardException with {@code not-found} if it is bound to nobody
     */
    public void release(Caller caller, String plugin) {
        AccessPolicy.require(caller, Right.PLUGIN_EDIT);
        transactions.write(() -> {
            SignerRow before = store.find(plugin)
                    .filter(row -> row.fingerprint() != null)
                    .orElseThrow(() -> SwitchboardException.notFound("binding"));
            put(caller, plugin, null, before);
            return plugin;
        });
    }

    /** Returns whether it is known if a plugin is bound to anybody, be it to nobody. */
    public boolean isKnown(String plugin) {
        return transactions.read(() -> store.find(plugin)).isPresent();
    }

    /**
     * Judges whose an archive is.
     *
     * @param present whose the plugin is that is here under the id; its signer counts if nothing is known of the plugin
     */
    public SignerStanding judge(String plugin, Claim archive, Claim present, SignerDemand demand) {
        if (demand == SignerDemand.NONE) {
            return new SignerStanding(Kind.DISTRIBUTION, null, null, null, List.of());
        }
        Signer bound = bound(plugin, present.signer());
        return new SignerJudgement(plugin, archive, bound, present.vendor(), trusted.all()).standing(demand);
    }

    private @Nullable Signer bound(String plugin, @Nullable Signer present) {
        Optional<SignerRow> row = transactions.read(() -> store.find(plugin));
        if (row.isEmpty()) {
            return present;
        }
        String fingerprint = row.get().fingerprint();
        return fingerprint == null
                ? null
                : new Signer(fingerprint, String.valueOf(row.get().signer()));
    }

    /** Binds a plugin to the signer of what is being installed. Is called in the transaction that records it. */
    public void bind(Caller caller, String plugin, @Nullable Signer signer, SignerStanding standing) {
        Optional<SignerRow> before = store.find(plugin);
        String bound = before.map(SignerRow::fingerprint).orElse(null);
        boolean same = signer == null ? bound == null : signer.fingerprint().equals(bound);
        if (standing.kind() == Kind.BOUND_ANEW || standing.kind() != Kind.DISTRIBUTION && !same) {
            put(caller, plugin, signer, before.orElse(null));
        }
    }

    private void put(Caller caller, String plugin, @Nullable Signer signer, @Nullable SignerRow before) {
        String subject = signer == null ? null : signer.subject();
        SignerRow row = new SignerRow(
                plugin,
                signer == null ? null : signer.fingerprint(),
                subject != null && subject.length() > LONGEST_SIGNER ? subject.substring(0, LONGEST_SIGNER) : subject,
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                AuditLog.name(caller.actor()));
        store.put(row);
        audit.record(caller, AuditKind.PLUGIN_SIGNER_BOUND, "plugin:" + plugin, told(before), told(row));
    }

    private static @Nullable Map<String, String> told(@Nullable SignerRow row) {
        String fingerprint = row == null ? null : row.fingerprint();
        return row == null || fingerprint == null
                ? null
                : Map.of("fingerprint", fingerprint, "signer", String.valueOf(row.signer()));
    }
}
