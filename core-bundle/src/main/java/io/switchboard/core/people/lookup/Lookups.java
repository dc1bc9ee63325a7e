package io.switchboard.core.people.lookup;

import io.switchboard.api.people.PersonId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.people.directory.CustomerListener;
import io.switchboard.core.store.DuplicateKeyException;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.people.OriginStore;
import io.switchboard.core.store.people.PersonRow;
import io.switchboard.core.timing.DeskClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks customers up in the directories, in the background and side by side. Whoever was looked up lately is not looked up
 * again, on whichever node. A directory that is down costs its answer: the customer stays as they are.
 */
@Component(service = {Lookups.class, CustomerListener.class})
public final class Lookups implements CustomerListener {
    /** In whose name customers are changed by it. */
    static final Caller DESK = Caller.system("customer-directories");

    private static final Logger LOG = LoggerFactory.getLogger(Lookups.class);
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration RETRY = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int AT_ONCE = 8;
    private static final int WAITING = 1_000;

    private final Transactions transactions;
    private final DirectoryQuestions questions;
    private final FollowDirectories following;
    private final OriginStore origins;
    private final DeskClock clock;
    private final Map<PersonId, CompletableFuture<Boolean>> running = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            AT_ONCE, AT_ONCE, 20, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING), Lookups::thread);

    /** Makes it. */
    @Activate
    public Lookups(
            @Reference Transactions transactions,
            @Reference DirectoryQuestions questions,
            @Reference FollowDirectories following,
            @Reference OriginStore origins,
            @Reference DeskClock clock) {
        this.transactions = transactions;
        this.questions = questions;
        this.following = following;
        this.origins = origins;
        this.clock = clock;
        threads.allowCoreThreadTimeOut(true);
    }

    @Deactivate
    void deactivate() {
        threads.shutdownNow();
    }

    /** Returns whether there is any directory to look somebody up in. */
    public boolean possible() {
        return questions.anybody();
    }

    /**
     * Looks up those who were not looked up lately, and waits for it a second at most; what comes later is written down then.
     */
    public void beforeTriage(Collection<PersonId> customers) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<CompletableFuture<Boolean>> started =
                customers.stream().map(customer -> start(customer, false)).toList();
        for (CompletableFuture<Boolean> one : started) {
            if (!await(one, deadline - System.nanoTime())) {
                return;
            }
        }
    }

    @Override
    public void customerMade(PersonId customer) {
        if (possible()) {
            start(customer, false);
        }
    }

    /**
     * Looks customers up and waits until it is done.
     *
     * @param lately whether those too who were looked up lately
     */
    void all(Collection<PersonId> customers, boolean lately) {
        List<PersonId> left = List.copyOf(customers);
        while (!left.isEmpty()) {
            List<PersonId> some = left.subList(0, Math.min(AT_ONCE, left.size()));
            some.stream()
                    .map(customer -> start(customer, lately))
                    .toList()
                    .forEach(one -> await(one, LONGEST.toNanos()));
            left = left.subList(some.size(), left.size());
        }
    }

    /** Does work in the background, if there is room for it. */
    boolean inBackground(Runnable work) {
        try {
            threads.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException failure) {
                    LOG.warn("What customer directories know was not written down; they are asked again", failure);
                }
            });
            return true;
        } catch (RejectedExecutionException fullOrStopping) {
            return false;
        }
    }

    private CompletableFuture<Boolean> start(PersonId customer, boolean lately) {
        CompletableFuture<Boolean> mine = new CompletableFuture<>();
        CompletableFuture<Boolean> others = running.putIfAbsent(customer, mine);
        if (others != null) {
            return others;
        }
        boolean started = inBackground(() -> {
            try {
                lookUp(customer, lately);
            } finally {
                running.remove(customer, mine);
                mine.complete(true);
            }
        });
        if (!started) {
            running.remove(customer, mine);
            mine.complete(false);
        }
        return mine;
    }

    private void lookUp(PersonId customer, boolean lately) {
        Optional<String> address = claim(customer, lately);
        if (address.isEmpty()) {
            return;
        }
        List<Heard> heard = questions.ask(address.get());
        following.handle(DESK, customer, address.get(), heard, Set.of());
        lookedUp(customer, heard);
    }

    /** Notes that a customer was looked up just now; if some directory did not answer, they are soon to be looked up again. */
    void lookedUp(PersonId customer, List<Heard> heard) {
        if (heard.isEmpty() || heard.stream().anyMatch(one -> one.failure() != null)) {
            return;
        }
        transactions.write(() -> {
            Instant seen = origins.due(customer).orElse(null);
            return seen == null || origins.putDue(customer, seen, clock.now().plus(FRESH));
        });
    }

    /** Returns the address to ask about if it is time to, and keeps others from asking at the same time. */
    private Optional<String> claim(PersonId customer, boolean lately) {
        try {
            return transactions.write(() -> {
                Optional<String> address = following.customer(customer).map(PersonRow::emailKey);
                Instant now = clock.now();
                Instant due = address.isEmpty() ? null : origins.due(customer).orElse(null);
                boolean early = due != null && due.isAfter(now) && !lately;
                return address.filter(key -> !early && origins.putDue(customer, due, now.plus(RETRY)));
            });
        } catch (DuplicateKeyException anotherNodeAsks) {
            return Optional.empty();
        }
    }

    private static boolean await(CompletableFuture<Boolean> one, long nanos) {
        try {
            return one.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException late) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "customer directories");
        thread.setDaemon(true);
        return thread;
    }
}
