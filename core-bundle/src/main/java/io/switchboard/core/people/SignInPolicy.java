package io.switchboard.core.people;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.BuiltInRole;
import io.switchboard.api.people.Right;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditKind;
import io.switchboard.core.audit.AuditLog;
import io.switchboard.core.store.Json;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.people.AccessStore;
import io.switchboard.core.store.people.AccessStore.RoleRow;
import io.switchboard.core.store.setting.Setting;
import io.switchboard.core.store.setting.SettingStore;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the desk demands of those who sign in; a setting. */
@Component(service = SignInPolicy.class)
public final class SignInPolicy {
    private static final String SETTING = "sign-in.policy";

    private final Transactions transactions;
    private final SettingStore settings;
    private final AccessStore access;
    private final KnownCallers known;
    private final AuditLog audit;

    /**
     * The policy.
     *
     * @param secondFactorRoles the ids of the roles whose holders must have a second factor
     * @param customersFrom the issuers whose accounts become customers when they first sign in; none unless set
     */
    public record Terms(Set<String> secondFactorRoles, Set<String> customersFrom) {
        /** Keeps copies in order. */
        public Terms {
            secondFactorRoles = Collections.unmodifiableSortedSet(new TreeSet<>(secondFactorRoles));
            customersFrom = Collections.unmodifiableSortedSet(new TreeSet<>(customersFrom));
        }
    }

    /** The policy with its version, 0 until it was first changed. */
    public record Versioned(Terms terms, long version) {}

    /** Makes it. */
    @Activate
    public SignInPolicy(
            @Reference Transactions transactions,
            @Reference SettingStore settings,
            @Reference AccessStore access,
            @Reference KnownCallers known,
            @Reference AuditLog audit) {
        this.transactions = transactions;
        this.settings = settings;
        this.access = access;
        this.known = known;
        this.audit = audit;
    }

    /** Returns the policy. */
    public Versioned get(Caller caller) {
        AccessPolicy.require(caller, Right.DESK_CONFIGURE);
        return current();
    }

    /** Changes the policy that still has the given version. */
    public Versioned replace(Caller caller, Terms terms, long version) {
        AccessPolicy.require(caller, Right.DESK_CONFIGURE);
        AccessPolicy.require(caller, Right.ROLE_EDIT);
        return transactions.write(() -> {
            Set<String> roles = access.roles().stream().map(RoleRow::id).collect(Collectors.toSet());
            if (!roles.containsAll(terms.secondFactorRoles())) {
                throw SwitchboardException.field("secondFactorRoles", "must be ids of roles");
            }
            Versioned before = current();
            Setting put = settings.replace(SETTING, Json.write(terms), version);
            audit.record(caller, AuditKind.SETTING_CHANGED, "setting:" + SETTING, before.terms(), terms);
            transactions.afterCommit(known::forget);
            return new Versioned(terms, put.version());
        });
    }

    /** Returns whether somebody with these roles, a customer if there are none, must have a second factor. */
    boolean demandsSecondFactor(List<RoleRow> granted) {
        Set<String> demanding = current().terms().secondFactorRoles();
        return granted.isEmpty()
                ? demanding.contains(BuiltInRole.CUSTOMER.id())
                : granted.stream().anyMatch(role -> demanding.contains(role.id()));
    }

    /** Returns the issuers whose accounts become customers when they first sign in. */
    Set<String> customersFrom() {
        return transactions.read(() -> current().terms().customersFrom());
    }

    private Versioned current() {
        return settings.find(SETTING).map(SignInPolicy::read).orElse(new Versioned(new Terms(Set.of(), Set.of()), 0));
    }

    private static Versioned read(Setting setting) {
        JsonNode terms = Json.tree(setting.content());
        return new Versioned(
                new Terms(texts(terms.path("secondFactorRoles")), texts(terms.path("customersFrom"))),
                setting.version());
    }

    /** What is not there, as in a setting of an earlier version, is empty. */
    private static Set<String> texts(JsonNode listed) {
        Set<String> texts = new TreeSet<>();
        listed.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
