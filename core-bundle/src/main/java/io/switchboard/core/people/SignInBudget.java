package io.switchboard.core.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How often somebody may fail to sign in: ten times in a quarter of an hour for an account, fifty for an address. Known
 * and unknown accounts are counted alike.
 */
final class SignInBudget {
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int PER_ACCOUNT = 10;
    private static final int PER_ADDRESS = 50;

    private final Cache<String, AtomicInteger> failures =
            Caffeine.newBuilder().expireAfterWrite(WINDOW).maximumSize(100_000).build();

    /**
     * Lets a try happen.
     *
     * @throws SwitchboardException with {@code too-many-requests}
     */
    void check(String account, String address) {
        if (count("account:" + account) >= PER_ACCOUNT || count("address:" + address) >= PER_ADDRESS) {
            throw new SwitchboardException(
                    ErrorCode.TOO_MANY_REQUESTS,
                    "Too many failed tries; wait a quarter of an hour, or reset the password",
                    List.of(),
                    Map.of("retryAfterSeconds", WINDOW.toSeconds()),
                    null);
        }
    }

    void failed(String account, String address) {
        add("account:" + account);
        add("address:" + address);
    }

    void succeeded(String account) {
        failures.invalidate("account:" + account);
    }

    private int count(String key) {
        AtomicInteger known = failures.getIfPresent(key);
        return known == null ? 0 : known.get();
    }

    private void add(String key) {
        failures.get(key, absent -> new AtomicInteger()).incrementAndGet();
    }
}
