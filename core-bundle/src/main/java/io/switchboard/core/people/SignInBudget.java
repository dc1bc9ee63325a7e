package io.switchboard.core.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * How often somebody may fail to sign in: ten times in a quarter of an hour for an account, fifty for an address. Known
 * and unknown accounts are counted alike. A try takes its place before the password is looked at, so that many at once
 * get no more than many after another.
 */
@Component(service = SignInBudget.class)
public final class SignInBudget {
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int PER_ACCOUNT = 10;
    private static final int PER_ADDRESS = 50;

    private final Cache<String, Tally> tallies =
            Caffeine.newBuilder().expireAfterWrite(WINDOW).maximumSize(100_000).build();

    /** Makes it. */
    @Activate
    public SignInBudget() {}

    /**
     * Takes a place for a try, to be closed when it is over. A try of which nobody said that it failed or succeeded counts
     * for nothing.
     *
     * @throws SwitchboardException with {@code too-many-requests}
     */
    Try begin(String account, String address) {
        Tally ofAccount = tally("account:" + account);
        Tally ofAddress = tally("address:" + address);
        ofAccount.enter(PER_ACCOUNT);
        try {
            ofAddress.enter(PER_ADDRESS);
        } catch (SwitchboardException full) {
            ofAccount.leave(false);
            throw full;
        }
        return new Try(ofAccount, ofAddress);
    }

    /**
     * Takes a place for something that anybody may ask for some times.
     *
     * @throws SwitchboardException with {@code too-many-requests}
     */
    public void spend(String subject, String address) {
        try (Try once = begin(subject, address)) {
            once.failed();
        }
    }

    /**
     * Does something for whoever holds a secret that could be guessed. What is refused with {@code link-not-valid} counts as
     * a failed try of the address; anything else counts for nothing.
     *
     * @throws SwitchboardException with {@code too-many-requests}, or what {@code work} throws
     */
    public <T> T guessing(String address, Supplier<T> work) {
        Tally ofAddress = tally("address:" + address);
        ofAddress.enter(PER_ADDRESS);
        boolean failed = false;
        try {
            return work.get();
        } catch (SwitchboardException refusal) {
            failed = refusal.code() == ErrorCode.LINK_NOT_VALID;
            throw refusal;
        } finally {
            ofAddress.leave(failed);
        }
    }

    private Tally tally(String key) {
        return tallies.get(key, absent -> new Tally());
    }

    /** One try to sign in. */
    static final class Try implements AutoCloseable {
        private final Tally account;
        private final Tally address;
        private boolean failed;

        private Try(Tally account, Tally address) {
            this.account = account;
            this.address = address;
        }

        void failed() {
            failed = true;
        }

        void succeeded() {
            account.forget();
        }

        @Override
        public void close() {
            account.leave(failed);
            address.leave(failed);
        }
    }

    /** What was counted for an account or an address. */
    private static final class Tally {
        private int failures;
        private int underWay;

        synchronized void enter(int limit) {
            if (failures >= limit) {
                throw refusal("Too many failed tries; wait a quarter of an hour, or reset the password", WINDOW);
            }
            if (failures + underWay >= limit) {
                throw refusal("Too many tries at once; try again in a moment", Duration.ofSeconds(1));
            }
            underWay++;
        }

        synchronized void leave(boolean failed) {
            underWay--;
            failures += failed ? 1 : 0;
        }

        synchronized void forget() {
            failures = 0;
        }

        private static SwitchboardException refusal(String message, Duration wait) {
            return new SwitchboardException(
                    ErrorCode.TOO_MANY_REQUESTS,
                    message,
                    List.of(),
                    Map.of("retryAfterSeconds", wait.toSeconds()),
                    null);
        }
    }
}
