package io.switchboard.core.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.switchboard.core.access.Caller;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Remembers for two seconds what a request may do, so that a change made on another node holds everywhere within that
 * time; one made here holds at once.
 */
@Component(service = KnownCallers.class)
public final class KnownCallers {
    private static final Duration REMEMBERED = Duration.ofSeconds(2);

    private final AtomicLong changes = new AtomicLong();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Cache<String, Known> known = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(20_000)
            .build();

    /** A caller who was found out, with the token that guards a session's changes; null for an API token. */
    record Known(Caller caller, @Nullable String csrfToken) {}

    /** Makes it. */
    @Activate
    public KnownCallers() {}

    /** Returns whose secret has this hash: as it is remembered, else as the look finds it. */
    Optional<Known> find(String hash, Supplier<Optional<Known>> look) {
        Known remembered = known.getIfPresent(hash);
        if (remembered != null) {
            return Optional.of(remembered);
        }
        long before = changes.get();
        Optional<Known> found = look.get();
        if (found.isPresent() && changes.get() == before) {
            known.put(hash, found.get());
        }
        if (changes.get() != before) {
            known.invalidate(hash);
        }
        return found;
    }

    /**
     * Forgets what was known of callers, so that a change of roles or teams holds at once; to be called after its commit.
     */
    public void forget() {
        changes.incrementAndGet();
        known.invalidateAll();
    }

    /** Forgets a session or token that has ended, and tells the listeners; to be called after the commit. */
    void ended(String hash) {
        changes.incrementAndGet();
        known.invalidate(hash);
        listeners.forEach(Runnable::run);
    }

    /** Forgets all callers because some may have no session any more, and tells the listeners; after the commit. */
    void ended() {
        forget();
        listeners.forEach(Runnable::run);
    }

    /** Has a listener told whenever sessions or tokens were ended here; it must be quick. */
    AutoCloseable onEnd(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
