package io.switchboard.core.demo;

import io.switchboard.core.store.Json;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.setting.Setting;
import io.switchboard.core.store.setting.SettingStore;
import io.switchboard.core.timing.HeldClock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * How far the demo is, kept with each scene in one transaction: whoever ends the server in the middle finds it go on with
 * the next scene, and no scene twice.
 */
@Component(service = DemoProgress.class)
public final class DemoProgress {
    private static final String SETTING = "demo";
    private static final String KEYS = "demo.key.";

    private final Transactions transactions;
    private final SettingStore settings;

    /** Makes it. */
    @Activate
    public DemoProgress(@Reference Transactions transactions, @Reference SettingStore settings) {
        this.transactions = transactions;
        this.settings = settings;
    }

    /**
     * How far it is.
     *
     * @param until the moment at which the demo ends
     * @param scenes how many scenes have been played
     * @param complete whether that is all
     * @param guarded whether the password was chosen by whoever started the demo
     */
    public record State(Instant until, int scenes, boolean complete, boolean guarded) {}

    /** Returns how far it is, or nothing if this desk is no demo. */
    public Optional<State> find() {
        return settings.find(SETTING).map(setting -> Json.read(setting.content(), State.class));
    }

    State begin(Instant until, boolean guarded) {
        State state = new State(until, 0, false, guarded);
        settings.put(SETTING, Json.write(state));
        return state;
    }

    /** Plays a scene, and notes with what it writes first that it was played at this time of the clock. */
    void play(State state, int scene, Instant at, Runnable act) {
        State after = new State(state.until(), scene + 1, false, state.guarded());
        try (Transactions.Accompaniment noted = transactions.accompany(made -> note(after, at))) {
            act.run();
        }
    }

    /** Writes nothing but that a scene is over. */
    void pass() {
        transactions.write(() -> true);
    }

    private void note(State state, Instant at) {
        settings.put(SETTING, Json.write(state));
        settings.put(HeldClock.SETTING, at.toString());
    }

    /** Notes that it is complete, and forgets what was only needed on the way. */
    void complete(State state) {
        transactions.write(() -> {
            settings.put(SETTING, Json.write(new State(state.until(), state.scenes(), true, state.guarded())));
            settings.remove(HeldClock.SETTING);
            settings.list(KEYS).forEach(key -> settings.remove(key.name()));
            return state;
        });
    }

    /** Makes something and remembers its id under a key of the script, in one transaction. */
    <T> T making(String key, Supplier<T> make, Function<T, UUID> id) {
        return transactions.write(() -> {
            T made = make.get();
            settings.put(KEYS + key, id.apply(made).toString());
            return made;
        });
    }

    /** Returns the id that was remembered under a key. */
    UUID id(String key) {
        @Nullable Setting known = settings.find(KEYS + key).orElse(null);
        if (known == null) {
            throw new IllegalStateException("the demo speaks of " + key + " before it was made");
        }
        return UUID.fromString(known.content());
    }
}
