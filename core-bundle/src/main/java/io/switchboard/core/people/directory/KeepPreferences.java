package io.switchboard.core.people.directory;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.reaction.EventType;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.people.directory.Preferences.Density;
import io.switchboard.core.people.directory.Preferences.Theme;
import io.switchboard.core.people.directory.Preferences.Way;
import io.switchboard.core.store.Json;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.people.PersonRow;
import io.switchboard.core.store.people.PersonStore;
import io.switchboard.core.store.setting.Setting;
import io.switchboard.core.store.setting.SettingStore;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps the preferences of the signed-in person, and nobody else's. The signature stands in the agent's profile. */
@Component(service = KeepPreferences.class)
public final class KeepPreferences {
    private final Transactions transactions;
    private final SettingStore settings;
    private final PersonStore persons;

    /** Makes the use cases. */
    @Activate
    public KeepPreferences(
            @Reference Transactions transactions, @Reference SettingStore settings, @Reference PersonStore persons) {
        this.transactions = transactions;
        this.settings = settings;
        this.persons = persons;
    }

    /**
     * Preferences as they stand.
     *
     * @param own what the person chose, and null where they chose nothing
     * @param shown what holds: where nothing was chosen, the language and the time zone of the profile
     * @param version grows with every change of them and of the person's profile
     */
    public record Kept(Preferences own, Preferences shown, long version) {}

    /** Returns the name of the setting that holds a person's preferences. */
    public static String setting(PersonId person) {
        return "preferences." + person;
    }

    /** Returns the caller's preferences, those that were never chosen included. */
    public Kept get(Caller caller) {
        PersonId self = AccessPolicy.requirePerson(caller);
        return transactions.read(() -> kept(row(self), settings.find(setting(self))));
    }

    /**
     * Replaces the caller's preferences, if they are still as they were seen.
     *
     * @throws SwitchboardException with {@code stale-version}, or {@code invalid-field} for the signature of somebody who is
     *     no agent
     */
    public Kept put(Caller caller, Preferences wanted, long version) {
        PersonId self = AccessPolicy.requirePerson(caller);
        return transactions.write(() -> {
            PersonRow row = row(self);
            Optional<Setting> known = settings.find(setting(self));
            if (kept(row, known).version() != version) {
                throw PeopleChanges.stale();
            }
            sign(row, wanted.signature());
            Preferences own = wanted.with(wanted.language(), wanted.zone(), null);
            Setting put = settings.replace(
                    setting(self), Json.write(own), known.map(Setting::version).orElse(0L));
            return kept(row(self), Optional.of(put));
        });
    }

    /** Returns the preferences of a person as they hold; nothing if there is no such person. Works in the thread's transaction. */
    public Optional<Preferences> of(PersonId person) {
        return persons.find(person)
                .filter(row -> !row.erased())
                .map(row -> kept(row, settings.find(setting(person))).shown());
    }

    /**
     * Returns whether somebody hears of something by a way: unless they chose other ways for it. Works in the thread's
     * transaction.
     */
    public boolean wants(PersonId person, EventType type, Way way) {
        return settings.find(setting(person))
                .map(found -> Json.read(found.content(), Preferences.class)
                        .notifications()
                        .get(type))
                .map(ways -> ways.contains(way))
                .orElse(true);
    }

    private void sign(PersonRow row, @Nullable String signature) {
        if (Objects.equals(row.signature(), signature)) {
            return;
        }
        if (!persons.isAgent(row.id())) {
            throw SwitchboardException.field("signature", "is for agents only");
        }
        PersonRow signed = PersonRows.signed(row, signature, row.version() + 1, PeopleChanges.now());
        PeopleChanges.changed(persons.update(signed, row.version()));
    }

    private PersonRow row(PersonId self) {
        return persons.find(self)
                .filter(row -> !row.erased())
                .orElseThrow(() -> new SwitchboardException(ErrorCode.SIGN_IN_REQUIRED, "Sign in as a person"));
    }

    private static Kept kept(PersonRow row, Optional<Setting> setting) {
        Preferences chosen = setting.map(found -> Json.read(found.content(), Preferences.class))
                .orElse(new Preferences(null, null, Theme.SYSTEM, Density.COMFORTABLE, Map.of(), null, Map.of(), null));
        Preferences own = chosen.with(chosen.language(), chosen.zone(), row.signature());
        String zone = row.zone();
        ZoneId profile = zone == null ? null : ZoneId.of(zone);
        Preferences shown = chosen.with(
                own.language() == null ? row.language() : own.language(),
                own.zone() == null ? profile : own.zone(),
                row.signature());
        return new Kept(
                own, shown, row.version() + setting.map(Setting::version).orElse(0L));
    }
}
