package io.switchboard.core.desk.configuration;

import com.fasterxml.jackson.core.type.TypeReference;
import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Right;
import io.switchboard.api.ticket.Progress;
import io.switchboard.api.ticket.TicketType;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditKind;
import io.switchboard.core.audit.AuditLog;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.TicketEdit;
import io.switchboard.core.lifecycle.Lifecycle;
import io.switchboard.core.store.Json;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.setting.Setting;
import io.switchboard.core.store.setting.SettingStore;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Which lifecycle profile the tickets of each type follow (IN8, ST4). A ticket keeps the profile it was opened with until its
 * type changes.
 */
@Component(service = TypeProfiles.class)
public final class TypeProfiles {
    private static final String SETTING = "lifecycle.types";

    private final Transactions transactions;
    private final SettingStore settings;
    private final Lifecycle lifecycle;
    private final AuditLog audit;

    /** Makes it. */
    @Activate
    public TypeProfiles(
            @Reference Transactions transactions,
            @Reference SettingStore settings,
            @Reference Lifecycle lifecycle,
            @Reference AuditLog audit) {
        this.transactions = transactions;
        this.settings = settings;
        this.lifecycle = lifecycle;
        this.audit = audit;
    }

    /**
     * The types that follow a profile.
     *
     * @param version the version of the whole choice, for all profiles
     */
    public record Followers(Set<TicketType> types, long version) {
        /** Keeps a copy. */
        public Followers {
            types = Set.copyOf(types);
        }
    }

    /** Returns which types follow a profile. */
    public Followers followers(Caller caller, String profile) {
        AccessPolicy.requireKnown(caller);
        Optional<Setting> setting = settings.find(SETTING);
        return new Followers(followers(chosen(setting), profile), version(setting));
    }

    private static Set<TicketType> followers(Map<String, String> chosen, String profile) {
        Set<TicketType> types = EnumSet.noneOf(TicketType.class);
        Arrays.stream(TicketType.values())
                .filter(type -> profile.equals(chosen.getOrDefault(type.id(), Lifecycle.STANDARD)))
                .forEach(types::add);
        return types;
    }

    private static long version(Optional<Setting> setting) {
        return setting.map(Setting::version).orElse(0L);
    }

    /**
     * Has exactly these types follow a profile. Those that did and are not named follow the standard one from now on.
     *
     * @param precondition which version of the choice the caller has seen
     * @throws SwitchboardException with {@code not-found} if there is no such profile, {@code invalid-field} if the standard
     *     profile would lose a type to none, or {@code stale-version}
     */
    public Followers choose(Caller caller, String profile, Set<TicketType> types, Precondition precondition) {
        AccessPolicy.require(caller, Right.DESK_CONFIGURE);
        return transactions.write(() -> {
            Optional<Setting> setting = settings.find(SETTING);
            Map<String, String> chosen = chosen(setting);
            Map<String, String> was = Map.copyOf(chosen);
            Set<TicketType> before = followers(chosen, profile);
            if (profile.equals(Lifecycle.STANDARD) && !types.containsAll(before)) {
                throw SwitchboardException.field(
                        "types",
                        "must hold all that follow this profile now; name a type at the other profile instead");
            }
            before.forEach(type -> chosen.remove(type.id()));
            types.forEach(type -> chosen.put(type.id(), profile));
            chosen.values().removeIf(Lifecycle.STANDARD::equals);
            replace(setting, chosen, precondition);
            if (lifecycle.find(profile).isEmpty()) {
                throw SwitchboardException.notFound("lifecycle profile");
            }
            audit.record(caller, AuditKind.SETTING_CHANGED, "setting:" + SETTING, was, chosen);
            return followers(caller, profile);
        });
    }

    /**
     * Gives the choice a new version, because one of the profiles changes. Until the transaction ends nobody else chooses or
     * changes one.
     *
     * @throws SwitchboardException with {@code stale-version} if the caller has seen another version
     */
    void touch(Precondition precondition) {
        Optional<Setting> setting = settings.find(SETTING);
        replace(setting, chosen(setting), precondition);
    }

    private void replace(Optional<Setting> setting, Map<String, String> chosen, Precondition precondition) {
        if (precondition instanceof Precondition.Version seen && seen.version() != version(setting)) {
            throw new SwitchboardException(
                    ErrorCode.STALE_VERSION, "The lifecycle profiles were changed in the meantime; read them again");
        }
        settings.replace(SETTING, Json.write(chosen), version(setting));
    }

    /** Returns the id of the profile for new tickets of a type. */
    public String of(TicketType type) {
        return Optional.ofNullable(written(settings.find(SETTING)).get(type.id()))
                .filter(profile -> lifecycle.find(profile).isPresent())
                .orElse(Lifecycle.STANDARD);
    }

    /**
     * Puts a ticket under the profile of the type that it has in the draft, if the type changed.
     *
     * @return false if that profile has no place for where the ticket stands; then it keeps the profile it has
     */
    public boolean follow(TicketEdit edit) {
        TicketType type = edit.ticket().classification().type();
        if (type == edit.before().classification().type()) {
            return true;
        }
        Optional<Progress> there = lifecycle.under(of(type), edit.ticket().progress(), edit.now());
        there.ifPresent(edit.draft()::progress);
        return there.isPresent();
    }

    /** Returns a profile that this desk has for each type with a choice. */
    private Map<String, String> chosen(Optional<Setting> setting) {
        Map<String, String> chosen = written(setting);
        chosen.values().removeIf(profile -> lifecycle.find(profile).isEmpty());
        return chosen;
    }

    private static Map<String, String> written(Optional<Setting> setting) {
        return setting.map(Setting::content)
                .map(content -> new TreeMap<>(Json.read(content, new TypeReference<Map<String, String>>() {})))
                .orElseGet(TreeMap::new);
    }
}
