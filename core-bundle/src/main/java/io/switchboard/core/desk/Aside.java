package io.switchboard.core.desk;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.lifecycle.StatusCategory;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.ticket.Progress;
import io.switchboard.core.lifecycle.Lifecycle;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a ticket can stand aside from the ordinary flow, and what may still happen to it there (ST3, CH4). What a plugin
 * remarks may happen everywhere: it is a line of the history and changes nothing. So may the erasure of a person: their
 * right to it does not depend on where a ticket stands; and whether an archived or merged one may be purged is for those to
 * decide who purge.
 */
public enum Aside {
    /**
     * Read-only, and still found; it can go to the trash, from where it comes back archived. What a customer writes makes a
     * follow-up; only thanks and automatic answers are kept with it.
     */
    ARCHIVED(
            "is archived and can only be read; open a new ticket instead",
            EventType.TICKET_DISPOSITION_CHANGED,
            EventType.MESSAGE_RECEIVED,
            EventType.TICKET_PURGED),
    /** Not a matter of the desk. */
    SPAM(
            "is marked as spam and can only be restored, or removed for good",
            EventType.TICKET_DISPOSITION_CHANGED,
            EventType.TICKET_PURGED),
    /** Thrown away. */
    TRASH(
            "is in the trash and can only be restored, or removed for good",
            EventType.TICKET_DISPOSITION_CHANGED,
            EventType.TICKET_PURGED),
    /** Goes on in another ticket, which also gets what is written here. */
    MERGED(
            "is merged into another ticket; change that one, or take the merge back first",
            EventType.TICKET_DISPOSITION_CHANGED,
            EventType.TICKET_UNMERGED,
            EventType.TICKET_PURGED);

    private final String why;
    private final Set<EventType> permitted;

    Aside(String why, EventType... permitted) {
        this.why = why;
        this.permitted = EnumSet.copyOf(List.of(permitted));
        this.permitted.addAll(List.of(EventType.PLUGIN_REMARKED, EventType.TICKET_REDACTED));
    }

    /** Returns how a ticket stands aside, or nothing while it is in the ordinary flow. */
    public static Optional<Aside> of(Progress progress, Lifecycle lifecycle) {
        return switch (progress.disposition()) {
            case SPAM -> Optional.of(SPAM);
            case TRASH -> Optional.of(TRASH);
            case MERGED -> Optional.of(MERGED);
            case NONE -> {
                boolean last = lifecycle.category(progress) == StatusCategory.DONE
                        && lifecycle.next(progress).isEmpty();
                yield last ? Optional.of(ARCHIVED) : Optional.empty();
            }
        };
    }

    /**
     * Demands the ordinary flow.
     *
     * @throws SwitchboardException with {@code ticket-not-changeable} that says how the ticket stands
     */
    public static void refuse(Progress progress, Lifecycle lifecycle) {
        of(progress, lifecycle).ifPresent(aside -> {
            throw aside.refusal();
        });
    }

    /** Returns whether something may happen to a ticket that stands so. */
    boolean permits(EventType type) {
        return permitted.contains(type);
    }

    /** Returns the refusal to throw. */
    public SwitchboardException refusal() {
        return new SwitchboardException(
                ErrorCode.TICKET_NOT_CHANGEABLE,
                "This ticket " + why,
                List.of(),
                Map.of("standing", name().toLowerCase(Locale.ROOT)),
                null);
    }
}
