package io.switchboard.review;

import io.switchboard.api.desk.Clockwork;
import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.plugin.PluginContext;
import io.switchboard.api.storage.Migrations;
import io.switchboard.api.storage.PluginStorage;
import io.switchboard.api.ticket.TicketId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.propertytypes.SatisfyingConditionTarget;

/** Keeps reviews and their actions. Whoever calls has seen to it that the caller may. */
@Migrations("migrations")
@SatisfyingConditionTarget("(osgi.condition.id=switchboard.storage.post-incident-review)")
@Component(service = Reviews.class)
public final class Reviews {
    /** Begins the key of the timer of an action; its id follows. */
    static final String OVERDUE = "overdue:";

    private static final int MOST_ACTIONS = 200;
    private static final UUID AFTER_ALL = new UUID(-1L, -1L);

    private final PluginStorage storage;
    private final Clockwork clockwork;
    private final Clock clock;

    /** Takes its tables. */
    @Activate
    public Reviews(@Reference PluginStorage storage, @Reference Clockwork clockwork, @Reference PluginContext context) {
        this(storage, clockwork, context.clock());
    }

    Reviews(PluginStorage storage, Clockwork clockwork, Clock clock) {
        this.storage = storage;
        this.clockwork = clockwork;
        this.clock = clock;
    }

    /** A review, and whether it was just made. */
    record Made(Review review, boolean fresh) {}

    /** Returns the review of a ticket, which is made if there is none. */
    Made make(TicketId ticket, @Nullable UUID by, Duration until) {
        try {
            return storage.write(() -> foundOrMade(ticket, by, until));
        } catch (RuntimeException refused) {
            // A ticket has one review at most: whoever makes another at the same time gets the one that was faster.
            Review faster = storage.read(() -> mapper().ofTicket(ticket.value()));
            if (faster == null) {
                throw refused;
            }
            return new Made(faster, false);
        }
    }

    private Made foundOrMade(TicketId ticket, @Nullable UUID by, Duration until) {
        Review known = mapper().ofTicket(ticket.value());
        if (known != null) {
            return new Made(known, false);
        }
        Instant now = now();
        Review made =
                new Review(id(now), ticket.value(), Review.OPEN, by, null, null, null, 1, now, now.plus(until), null);
        mapper().addReview(made);
        return new Made(made, true);
    }

    Optional<Review> find(UUID id) {
        return storage.read(() -> Optional.ofNullable(mapper().review(id)));
    }

    /** Returns reviews in a state, the latest first. */
    List<Review> list(String state, @Nullable UUID before, int limit) {
        return storage.read(() -> mapper().reviews(state, before == null ? AFTER_ALL : before, limit));
    }

    List<Action> actions(UUID review) {
        return storage.read(() -> mapper().actions(review));
    }

    Optional<Action> action(UUID id) {
        return storage.read(() -> Optional.ofNullable(mapper().action(id)));
    }

    /** Returns an action that is not done although its day is over, the first time that it is asked for that day. */
    Optional<Action> lateNow(UUID id, String due) {
        return storage.write(() -> Optional.ofNullable(mapper().action(id))
                .filter(action -> action.doneAt() == null && due.equals(action.due()))
                .filter(action -> mapper().remarkLate(id, due) > 0));
    }

    /** Returns the open actions of an owner, at most 200. */
    List<Action> openOf(UUID owner) {
        return storage.read(() -> mapper().openOf(owner));
    }

    /**
     * Changes a review that is still as the caller saw it.
     *
     * @throws SwitchboardException with {@code stale-version}
     */
    Review change(Review wanted) {
        return storage.write(() -> {
            demand(mapper().changeReview(wanted));
            return there(mapper().review(wanted.id()));
        });
    }

    /**
     * Adds an action, with its timer.
     *
     * @throws SwitchboardException with {@code too-large} if there are 200 already
     */
    Action add(Review review, String title, @Nullable UUID owner, @Nullable LocalDate due) {
        return storage.write(() -> {
            if (mapper().actions(review.id()).size() >= MOST_ACTIONS) {
                throw new SwitchboardException(
                        ErrorCode.TOO_LARGE, "A review has at most " + MOST_ACTIONS + " actions");
            }
            Instant now = now();
            Action added = new Action(
                    id(now), review.id(), title, owner, due == null ? null : due.toString(), null, null, 1, now);
            mapper().addAction(added);
            time(review, added);
            return added;
        });
    }

    /**
     * Changes an action that is still as the caller saw it, and its timer.
     *
     * @throws SwitchboardException with {@code stale-version}
     */
    Action change(Review review, Action wanted) {
        return storage.write(() -> {
            demand(mapper().changeAction(wanted));
            time(review, wanted);
            return there(mapper().action(wanted.id()));
        });
    }

    /**
     * Removes an action that is still as the caller saw it.
     *
     * @throws SwitchboardException with {@code stale-version}
     */
    void remove(UUID action, int version) {
        storage.write(() -> {
            demand(mapper().removeAction(action, version));
            clockwork.clear(OVERDUE + action);
            return action;
        });
    }

    /** Removes what there is of a ticket that is gone. */
    void forget(TicketId ticket) {
        storage.write(() -> {
            Review known = mapper().ofTicket(ticket.value());
            if (known != null) {
                mapper().actions(known.id()).forEach(action -> clockwork.clear(OVERDUE + action.id()));
                mapper().removeActions(known.id());
                mapper().removeReview(known.id());
            }
            return ticket;
        });
    }

    /** An action is late when the day by which it is due has ended everywhere that counts: in UTC. */
    private void time(Review review, Action action) {
        String due = action.due();
        if (due == null || action.doneAt() != null) {
            clockwork.clear(OVERDUE + action.id());
            return;
        }
        Instant late =
                LocalDate.parse(due).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        clockwork.set(OVERDUE + action.id(), new TicketId(review.ticket()), late, due);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private ReviewMapper mapper() {
        return storage.mapper(ReviewMapper.class);
    }

    private static void demand(int changed) {
        if (changed == 0) {
            throw new SwitchboardException(
                    ErrorCode.STALE_VERSION, "Somebody changed it meanwhile; read it again, then repeat your change");
        }
    }

    private static <T> T there(@Nullable T found) {
        if (found == null) {
            throw SwitchboardException.notFound("review");
        }
        return found;
    }

    /** A UUID of version 7 (RFC 9562), so that the order of ids is that of time. */
    private static UUID id(Instant now) {
        long time =
                now.toEpochMilli() << 16 | 0x7000L | ThreadLocalRandom.current().nextLong(1 << 12);
        long random = 0x8000000000000000L | ThreadLocalRandom.current().nextLong(1L << 62);
        return new UUID(time, random);
    }
}
