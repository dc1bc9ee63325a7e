package io.switchboard.handle.bug;

import io.switchboard.api.desk.Clockwork;
import io.switchboard.api.plugin.PluginContext;
import io.switchboard.api.storage.Migrations;
import io.switchboard.api.storage.PluginStorage;
import io.switchboard.api.ticket.TicketId;
import java.time.Clock;
import java.time.Instant;
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

/**
 * Keeps which tickets are of which defect, and the timers by which all else is done: what is kept and the timer that acts on it are
 * one transaction.
 */
@Migrations("migrations")
@SatisfyingConditionTarget("(osgi.condition.id=switchboard.storage.handle-bug)")
@Component(service = Defects.class)
public final class Defects {
    /** Begins the key of a timer that finds out which defect a ticket is of; its id follows. */
    static final String ADMIT = "admit:";
    /** Begins the key of a timer that reports, or asks what has become; the defect's id follows. */
    static final String ASK = "ask:";
    /** The same, once, because a webhook says that something changed. */
    static final String HEARD = "heard:";
    /** Begins the key of a timer that tells tickets what has become. */
    static final String TELL = "tell:";

    private static final UUID AFTER_ALL = new UUID(-1L, -1L);

    private final PluginStorage storage;
    private final Clockwork clockwork;
    private final Clock clock;

    /** Takes its tables. */
    @Activate
    public Defects(@Reference PluginStorage storage, @Reference Clockwork clockwork, @Reference PluginContext context) {
        this(storage, clockwork, context.clock());
    }

    Defects(PluginStorage storage, Clockwork clockwork, Clock clock) {
        this.storage = storage;
        this.clockwork = clockwork;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    Optional<Member> member(TicketId ticket) {
        return storage.read(() -> Optional.ofNullable(mapper().member(ticket.value())));
    }

    List<Member> members(UUID defect) {
        return storage.read(() -> mapper().members(defect));
    }

    Optional<Defect> defect(@Nullable UUID id) {
        return id == null ? Optional.empty() : storage.read(() -> Optional.ofNullable(mapper().defect(id)));
    }

    Optional<Defect> byReference(String tracker, String reference) {
        return storage.read(() -> Optional.ofNullable(mapper().byReference(tracker, reference)));
    }

    List<Defect> list(@Nullable UUID before, int limit) {
        return storage.read(() -> mapper().list(before == null ? AFTER_ALL : before, limit));
    }

    List<Defect> troubled(int limit) {
        return storage.read(() -> mapper().troubled(limit));
    }

    /** Notes that an agent called a ticket one of a defect, and has it found out which. */
    void confirm(TicketId ticket) {
        storage.write(() -> {
            if (mapper().member(ticket.value()) == null) {
                mapper().join(Member.fresh(ticket.value(), now()));
            }
            admit(ticket);
            return ticket;
        });
    }

    /** Has it looked again which defect a ticket is of, if it is of one. */
    void lookAgain(TicketId ticket) {
        storage.write(() -> {
            if (mapper().member(ticket.value()) != null) {
                admit(ticket);
            }
            return ticket;
        });
    }

    private void admit(TicketId ticket) {
        admitAt(ticket, now().plusMillis(1));
    }

    /** Makes a defect of which the first ticket is known. */
    Defect make(Member first) {
        return storage.write(() -> {
            Defect made = Defect.fresh(id(now()), now());
            mapper().add(made);
            join(first, made, true);
            return made;
        });
    }

    /** Keeps a defect that somebody else has reported. */
    Defect keep(Defect reported) {
        return storage.write(() -> {
            mapper().add(reported);
            return reported;
        });
    }

    /** Has a ticket join a defect, and leave the one that it was of before. */
    void join(Member member, Defect defect, boolean first) {
        storage.write(() -> {
            UUID before = member.defect();
            mapper().changeMember(member.in(defect.id(), first, now()));
            if (before != null && !before.equals(defect.id())) {
                dropUnreported(before);
            }
            if (defect.reference() != null) {
                soon(ASK, defect.id());
            }
            goOn(defect);
            return defect;
        });
    }

    /**
     * Has be done at once what is next. What was tried in vain is tried again in its time only: the tracker may not know yet what it
     * has made.
     */
    void goOn(Defect defect) {
        if (defect.reference() != null) {
            soon(TELL, defect.id());
        } else if (defect.attempts() == 0) {
            soon(ASK, defect.id());
        }
    }

    /** Has the tracker be asked again about the defect of a ticket, if it has one: it may be that nobody waited for an answer. */
    void resume(TicketId ticket) {
        member(ticket)
                .flatMap(member -> defect(member.defect()))
                .filter(defect -> defect.reference() != null)
                .ifPresent(defect -> soon(ASK, defect.id()));
    }

    /** Has a ticket of which nothing is known yet be of the same defect as another. */
    void follow(TicketId ticket, Member other) {
        storage.write(() -> {
            Member own = mapper().member(ticket.value());
            UUID id = other.defect();
            Defect defect = id == null ? null : mapper().defect(id);
            if (own != null && own.defect() == null && defect != null) {
                join(own, defect, false);
            }
            return ticket;
        });
    }

    /** Has a ticket be of no defect any more. Returns the one that it was of, if it was of one. */
    Optional<Defect> leave(TicketId ticket) {
        return storage.write(() -> {
            Member member = mapper().member(ticket.value());
            if (member == null) {
                return Optional.empty();
            }
            mapper().leave(ticket.value());
            clockwork.clear(ADMIT + ticket);
            UUID id = member.defect();
            Defect defect = id == null ? null : mapper().defect(id);
            if (defect != null) {
                dropUnreported(defect.id());
            }
            return Optional.ofNullable(defect);
        });
    }

    /** A defect of nobody that no tracker knows need not be reported. */
    private void dropUnreported(UUID id) {
        Defect defect = mapper().defect(id);
        if (defect != null
                && defect.reference() == null
                && defect.attempts() == 0
                && mapper().members(id).isEmpty()) {
            mapper().remove(id);
            clockwork.clear(ASK + id);
        }
    }

    void update(Member member) {
        storage.write(() -> mapper().changeMember(member));
    }

    /**
     * Keeps what has become of a defect, and when the tracker is to be asked again.
     *
     * @param tell whether its tickets are to be told
     */
    void update(Defect defect, @Nullable Instant askAgain, boolean tell) {
        storage.write(() -> {
            mapper().change(defect);
            if (askAgain != null) {
                at(ASK, defect.id(), askAgain);
            }
            if (tell) {
                soon(TELL, defect.id());
            }
            return defect;
        });
    }

    /** Has something be done at once; a moment later, so that it is another timer than one that rings now. */
    void soon(String what, UUID defect) {
        at(what, defect, now().plusMillis(1));
    }

    void at(String what, UUID defect, Instant when) {
        clockwork.set(what + defect, null, when, "");
    }

    void admitAt(TicketId ticket, Instant when) {
        clockwork.set(ADMIT + ticket, ticket, when, "");
    }

    private DefectMapper mapper() {
        return storage.mapper(DefectMapper.class);
    }

    /** A UUID of version 7 (RFC 9562), so that the order of ids is that of time. */
    static UUID id(Instant now) {
        long time =
                now.toEpochMilli() << 16 | 0x7000L | ThreadLocalRandom.current().nextLong(1 << 12);
        long random = 0x8000000000000000L | ThreadLocalRandom.current().nextLong(1L << 62);
        return new UUID(time, random);
    }
}
